using Infra.Cli;

return await CommandLine.Run(args, Host.Process()).ConfigureAwait(false);
