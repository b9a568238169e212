using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;

namespace Infra.Cli.Doctor;

/// <summary>Checks that the caller may deploy, as far as IAM tells without trying.</summary>
/// <remarks>Statements with a condition are left out, since their resources do not exist yet.</remarks>
internal sealed partial class RightsCheck(SignedCalls calls, Uri address, CancellationToken stop)
{
    /// <summary>Asks IAM.</summary>
    public async Task<DoctorFinding> Of(string caller, Plan plan, StackSettings settings)
    {
        const string Name = "permissions";
        var (source, account) = (Role().Replace(caller, "arn:$1:iam::$2:role/$3"), caller.Split(':')[4]);
        var denied = new List<string>();
        foreach (var statement in Statement.Of(new Value.Document(DeployerAccess.Policy([(plan, settings)], account)))
            .Where(statement => statement.Condition is null))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                [
                    new("Action", "SimulatePrincipalPolicy"), new("Version", "2010-05-08"),
                    new("PolicySourceArn", source), .. Numbered("ActionNames", statement.Actions),
                    .. Numbered("ResourceArns", statement.Resources.OfType<Value.Text>().Select(text => text.Content)),
                ]),
            };
            var answer = await Send(request).ConfigureAwait(false);
            if (answer is not { IsGood: true })
            {
                return DoctorFinding.Warn(
                    Name, $"The rights of {source} could not be simulated: AWS answered {answer?.Status}.",
                    $"Attach what 'prompts policy deployer --stack {plan.Stack}' prints, and try 'pulumi preview'.")
                    with
                { Permission = "iam:SimulatePrincipalPolicy" };
            }

            denied.AddRange(DeniedIn().Matches(answer.Body).Select(match => match.Groups[1].Value));
        }

        return (denied.Count == 0
            ? DoctorFinding.Ok(Name, $"{source} may do everything that 'pulumi up' is known to need.")
            : DoctorFinding.Fail(
                Name,
                $"Access Denied: {source} lacks {denied.Count} rights, such as {denied.Min(StringComparer.Ordinal)}.",
                $"Attach what 'prompts policy deployer --stack {plan.Stack} --account {account}' prints."))
            with
        { Permission = "iam:SimulatePrincipalPolicy" };
    }

    private async Task<SignedAnswer?> Send(HttpRequestMessage request)
    {
        try
        {
            return await calls.Send("iam", "us-east-1", request, stop).ConfigureAwait(false);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Numbered(string name, IEnumerable<string> values) =>
        values.Select((value, index) => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"{name}.member.{index + 1}"), value));

    [GeneratedRegex("^arn:([^:]+):sts::([0-9]+):assumed-role/([^/]+)/.*$")]
    private static partial Regex Role();

    [GeneratedRegex(
        "<EvalActionName>([^<]+)</EvalActionName>(?:(?!</member>).)*?<EvalDecision>(?:implicit|explicit)Deny",
        RegexOptions.Singleline)]
    private static partial Regex DeniedIn();
}
