using System.Text.Json;
using Infra.Settings;

namespace Infra.Cli.Doctor;

/// <summary>Checks what a stack's settings name in its account: a key, a log group.</summary>
internal sealed class ServiceChecks(ServiceReads reads)
{
    /// <summary>Checks that the key can be used.</summary>
    public async Task<DoctorFinding> Key(string? key)
    {
        const string Name = "key";
        if (key is null)
        {
            return DoctorFinding.Ok(Name, "No encryptionKey is set, so AWS encrypts with its own key.");
        }

        var answer = await reads.Post("kms", "TrentService.DescribeKey", $"{{\"KeyId\":\"{key}\"}}")
            .ConfigureAwait(false);
        return (answer switch
        {
            { IsGood: true } when answer.Says("\"Enabled\":true") || answer.Says("\"KeyState\":\"Enabled\"") =>
                DoctorFinding.Ok(Name, $"{key} is enabled."),
            { IsGood: true } => DoctorFinding.Fail(
                Name, $"{key} is not enabled.", "Enable it, or set another encryptionKey."),
            { Status: 400 } when answer.Says("NotFound") => DoctorFinding.Fail(
                Name, $"There is no {key}.", "Correct bedrock-prompts:encryptionKey."),
            _ => ServiceReads.NotSeen(Name, $"{key} was not checked", answer),
        }) with
        { Permission = "kms:DescribeKey" };
    }

    /// <summary>Checks that calls are logged where the stack's saved queries look; none without such queries.</summary>
    public async Task<DoctorFinding[]> Logging(Watch? watch)
    {
        const string Name = "logging";
        if (watch?.LogGroup is not { } group)
        {
            return [];
        }

        var answer = await reads.Get("bedrock", "logging/modelinvocations").ConfigureAwait(false);
        var to = answer is { IsGood: true } ? LogGroup(answer.Body) : null;
        return
        [
            (answer is not { IsGood: true }
                    ? ServiceReads.NotSeen(Name, "Whether calls are logged was not checked", answer)
                : to == group ? DoctorFinding.Ok(Name, $"Calls are logged in {group}.")
                : to is null ? DoctorFinding.Warn(
                    Name,
                    $"Calls are not logged in this account and region: the queries of {group} will find none.",
                    "Turn it on: 'aws bedrock put-model-invocation-logging-configuration'. It logs prompts and answers "
                        + "in full.")
                : DoctorFinding.Warn(
                    Name,
                    $"Calls are logged in {to}, but the stack's queries look in {group}.",
                    "Set bedrock-prompts:watch's logGroup to it.")) with
            { Permission = "bedrock:GetModelInvocationLoggingConfiguration" },
        ];
    }

    private static string? LogGroup(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var at = document.RootElement;
            return ((string[])["loggingConfig", "cloudWatchConfig", "logGroupName"]).All(key =>
                at.ValueKind is JsonValueKind.Object && at.TryGetProperty(key, out at)) ? at.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
