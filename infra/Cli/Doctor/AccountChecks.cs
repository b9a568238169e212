using System.Text.RegularExpressions;
using Amazon.Runtime;
using Infra.Cli.Aws;

namespace Infra.Cli.Doctor;

/// <summary>Checks the credentials and whose they are.</summary>
internal static partial class AccountChecks
{
    private const string Name = "credentials";

    private const string Advice = "Run 'aws configure sso' and 'aws sso login', choose a profile with --profile or "
        + "AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; in CI, assume a role.";

    /// <summary>Finds credentials; if there are none, the finding says why.</summary>
    public static async Task<(ImmutableCredentials? Keys, string Way, DoctorFinding? Problem)> Find(
        Surroundings world, string? profile, CancellationToken stop)
    {
        try
        {
            // Some ways of finding credentials ask the network, and wait longer than people would.
            var keys = await Task.Run(() => world.Keys(profile), stop).WaitAsync(stop).ConfigureAwait(false);
            return (await keys.GetCredentialsAsync().WaitAsync(stop).ConfigureAwait(false), WayOf(keys), null);
        }
        catch (Exception none) when (none is AmazonClientException or OperationCanceledException)
        {
            var why = none is OperationCanceledException
                ? "No source of credentials answered in time."
                : none.Message.Split(". ")[0].TrimEnd('.') + ".";
            return (null, "", DoctorFinding.Fail(Name, $"Unable to locate credentials. {why}", Advice));
        }
    }

    /// <summary>Asks AWS whose credentials they are; null if AWS could not be reached.</summary>
    public static async Task<(DoctorFinding DoctorFinding, string? Arn)> Identity(
        SignedCalls calls, Uri address, string region, string way, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
                [new("Action", "GetCallerIdentity"), new("Version", "2011-06-15")]),
        };
        try
        {
            var answer = await calls.Send("sts", region, request, stop).ConfigureAwait(false);
            var arn = ArnIn().Match(answer.Body).Groups[1].Value;
            return answer is { IsGood: true } && arn.Length > 0
                ? (DoctorFinding.Ok(Name, $"{arn}, from {way}.") with { Permission = "sts:GetCallerIdentity" }, arn)
                : (DoctorFinding.Fail(
                    Name,
                    answer.Says("Expired") ? $"The credentials from {way} have expired."
                        : $"AWS does not accept the credentials from {way}: {FirstLine(answer.Body)}",
                    answer.Says("Expired") ? "Run 'aws sso login', or get new credentials." : Advice), null);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return (DoctorFinding.Fail(
                Name,
                $"AWS cannot be reached at {address.Authority} to check the credentials.",
                "Check the network, HTTPS_PROXY and AWS_ENDPOINT_URL."), null);
        }
    }

    private static string WayOf(AWSCredentials keys) => keys.GetType().Name switch
    {
        "EnvironmentVariablesAWSCredentials" => "environment variables",
        "SSOAWSCredentials" => "a profile that signs in (SSO)",
        "AssumeRoleAWSCredentials" => "a profile that assumes a role",
        "AssumeRoleWithWebIdentityCredentials" => "a role for a web identity (OIDC)",
        "ProcessAWSCredentials" => "the program of a profile",
        "GenericContainerCredentials" or "ECSTaskCredentials" => "the container's role",
        "DefaultInstanceProfileAWSCredentials" or "InstanceProfileAWSCredentials" => "the instance's role (IMDS)",
        _ => "keys of a profile",
    };

    private static string FirstLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 30 } words
            ? [.. words[..30], "..."]
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<Arn>([^<]+)</Arn>")]
    private static partial Regex ArnIn();
}
