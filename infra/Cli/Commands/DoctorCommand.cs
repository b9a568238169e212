using System.CommandLine;
using Infra.Cli.Doctor;
using Infra.Values;

namespace Infra.Cli.Commands;

/// <summary><c>prompts doctor [stack]</c> reports what is missing for a deployment, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Host host)
    {
        Argument<string?> stack = new("stack")
        {
            Description = "The environment: the <stack> of Pulumi.<stack>.yaml; without it, only this machine is "
                + "checked.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var local = Shared.Local();
        var (profile, region) = (Shared.Profile(), Shared.Region());
        var format = Shared.Format("text", "json");
        Command command = new("doctor", "Check what a deployment needs: tools, credentials, models. Writes nothing.")
        {
            stack, local, profile, region, format,
        };
        command.SetAction((line, cancel) => Run(
            host,
            host.World(),
            new(line.Project(host), line.GetValue(stack), line.GetValue(local))
            {
                Profile = line.GetValue(profile),
                Region = line.GetValue(region),
            },
            line.GetValue(format) is "json",
            cancel));
        return command;
    }

    /// <summary>Runs the checks in given surroundings.</summary>
    internal static async Task<int> Run(
        Host host, Surroundings world, DoctorRequest request, bool asJson, CancellationToken cancel)
    {
        var found = await new DoctorRun(host, world, request).All(cancel).ConfigureAwait(false);
        if (asJson)
        {
            await host.Out.WriteLineAsync(CanonicalJson.Indented(Shorthand.List(found.Select(Json))))
                .ConfigureAwait(false);
        }
        else
        {
            foreach (var finding in found)
            {
                await host.Out.WriteLineAsync(Line(finding)).ConfigureAwait(false);
            }
        }

        return found.Any(finding => finding.Verdict is DoctorVerdict.Fail) ? ExitCode.Problems : ExitCode.Success;
    }

    private static string Line(DoctorFinding finding) => string.Join(
        ' ',
        ((string?[])
        [
            $"{Word(finding.Verdict),-4}", $"{finding.Check,-12}", finding.Found, finding.Advice,
            finding.Permission is { } permission ? $"({permission})" : null,
        ]).OfType<string>());

    private static Value Json(DoctorFinding finding) => Shorthand.Map(
        ("check", finding.Check),
        ("verdict", Word(finding.Verdict)),
        ("found", finding.Found),
        ("advice", finding.Advice is { } advice ? advice : null),
        ("permission", finding.Permission is { } permission ? permission : null));

    private static string Word(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Ok => "ok",
        DoctorVerdict.Warn => "warn",
        DoctorVerdict.Fail => "fail",
    };
}
