using Infra.Cli;

Boundary.Watch(() => Console.Error, Environment.GetEnvironmentVariable);
return await Boundary.Within(
    () => Console.Error, Environment.GetEnvironmentVariable, () => CommandLine.Run(args, Host.Process()))
    .ConfigureAwait(false);
