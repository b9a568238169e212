using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Infra.Cli.Local;
using Infra.Local;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts serve</c> runs the local Bedrock for any AWS client, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(Host host)
    {
        Option<int> port = new("--port")
        {
            Description = "The port to listen on; any free one if not given.",
            HelpName = "port",
            CustomParser = Port,
        };
        Option<bool> throttle = new("--throttle")
        {
            Description = "Apply AWS's limits: 2 changes and 10 reads a second, for each operation of bedrock-agent.",
        };
        Option<FaultOptions> fault = new("--fault")
        {
            Description = "Make some requests fail (429, 500, 503) or wait, as in rate=0.2,seed=7.",
            HelpName = "rate=...",
            CustomParser = Faults,
        };
        Option<string> models = new("--models")
        {
            Description = "known: refuse what AWS refuses for the models that are known; any: answer every call.",
            DefaultValueFactory = _ => "known",
            HelpName = "known|any",
        };
        models.AcceptOnlyFromAmong("known", "any");
        Command command = new("serve", "Run the local Bedrock for any AWS client.") { port, throttle, fault, models };
        command.SetAction((line, cancel) => Run(
            host,
            line.Project(host),
            new()
            {
                Port = line.GetValue(port),
                Throttle = line.GetValue(throttle),
                Faults = line.GetValue(fault) ?? new(),
                Day = host.AsOf,
                TakesAnyModel = line.GetValue(models) is "any",
                Log = host.IsTerminal ? request => Tell(host, request) : null,
            },
            cancel));
        return command;
    }

    private static async Task<int> Run(Host host, string folder, LocalOptions options, CancellationToken cancel)
    {
        var session = await Start(folder, options, cancel).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            LocalEndpoint.Publish(folder, session.Url);
            try
            {
                if (session.Damage is { } damage)
                {
                    await host.Error.WriteLineAsync($"prompts: {damage}").ConfigureAwait(false);
                }

                Write(host, session.Url);
                await host.Out.FlushAsync(cancel).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel).ConfigureAwait(false);
            }
            finally
            {
                LocalEndpoint.Withdraw(folder);
            }
        }

        return ExitCode.Success;
    }

    private static async Task<LocalSession> Start(string folder, LocalOptions options, CancellationToken cancel)
    {
        try
        {
            return await LocalSession.Start(folder, options, cancel).ConfigureAwait(false);
        }
        catch (AlreadyServedException)
        {
            throw new Failure(await LocalEndpoint.Find(folder, cancel).ConfigureAwait(false) is { } running
                ? $"The local Bedrock of this project is already running, at {running}."
                : LocalEndpoint.InUse);
        }
    }

    private static void Write(Host host, Uri url)
    {
        var endpoint = url.ToString().TrimEnd('/');
        host.Out.WriteLine(endpoint);
        host.Error.WriteLine("Give it to any AWS client, with any credentials and any region:");
        host.Error.WriteLine($"  export AWS_ENDPOINT_URL={endpoint} AWS_DEFAULT_REGION={LocalSession.DefaultRegion}"
            + $" AWS_REGION={LocalSession.DefaultRegion} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local");
        host.Error.WriteLine("Ctrl-C stops it; its state stays in .local/.");
    }

    private static int Port(ArgumentResult option)
    {
        if (int.TryParse(option.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort)
        {
            return port;
        }

        option.AddError($"'{option.Tokens[0].Value}' is not a port. Give one from 1 to {IPEndPoint.MaxPort}.");
        return 0;
    }

    private static void Tell(Host host, RequestLine request)
    {
        var what = request.Error is { } error ? $"{request.Operation} {error}" : request.Operation;
        host.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{request.Status} {what} {request.Took.TotalMilliseconds:0} ms"));
    }

    private static FaultOptions? Faults(ArgumentResult option)
    {
        var faults = new FaultOptions();
        foreach (var part in option.Tokens[0].Value.Split(','))
        {
            if (With(faults, part) is not { } next)
            {
                option.AddError($"'{part}' is not a fault. Write rate=0.2; seed=7 and delay=0.5 (seconds) may follow.");
                return null;
            }

            faults = next;
        }

        return faults;
    }

    private static FaultOptions? With(FaultOptions faults, string part) => part.Split('=') switch
    {
        ["rate", var text] when Number(text) is { } rate and <= 1 => faults with { Rate = rate },
        ["delay", var text] when Number(text) is { } delay and <= 60 =>
            faults with { Delay = TimeSpan.FromSeconds(delay) },
        ["seed", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) =>
            faults with { Seed = seed },
        _ => null,
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
