using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Checks a stack's settings.</summary>
internal static partial class SettingsRules
{
    /// <summary>Removes secure values, which are not allowed in settings, since plans are read by people
    /// (PRM100).</summary>
    public static IEnumerable<YamlEntry> WithoutSecrets(
        IEnumerable<YamlEntry> entries, ICollection<Diagnostic> report)
    {
        foreach (var entry in entries)
        {
            if (HasSecure(entry.Value) is { } secure)
            {
                report.Add(Problems.SecureValue(secure, entry.Key.Text));
            }
            else
            {
                yield return entry;
            }
        }
    }

    /// <summary>Parameter Store must accept the path (PRM102).</summary>
    public static IEnumerable<Diagnostic> ParameterPath(YamlNode node) =>
        node.Text() is { } path && !PathPattern().IsMatch(path.Value)
            ? [Problems.ParameterPath(path.At, path.Value)]
            : [];

    /// <summary>The key must be the ARN of a KMS key (PRM103).</summary>
    public static IEnumerable<Diagnostic> EncryptionKey(YamlNode node) =>
        node.Text() is { } key && !KeyArn().IsMatch(key.Value) ? [Problems.EncryptionKey(key.At)] : [];

    /// <summary>The boundary must be a managed policy, but not one that deployers may change (PRM510,
    /// PRM511).</summary>
    public static IEnumerable<Diagnostic> PermissionsBoundary(YamlNode node)
    {
        if (node.Text() is not { } boundary)
        {
            yield break;
        }

        if (!PolicyArn().IsMatch(boundary.Value))
        {
            yield return Problems.PermissionsBoundary(boundary.At);
        }
        else if (boundary.Value.EndsWith(StackSettings.CallersPolicy, StringComparison.Ordinal))
        {
            yield return Problems.BoundaryIsWritable(boundary.At, StackSettings.CallersPolicy);
        }
    }

    /// <summary>Each name must fit in a placeholder, and no value may contain a placeholder (PRM104, PRM474).</summary>
    public static IEnumerable<Diagnostic> Values(YamlNode node)
    {
        foreach (var (name, text) in node.Texts())
        {
            if (!Names.IsBedrockName(name.Value))
            {
                yield return Problems.ValueName(name.At, name.Value);
            }

            if (Placeholders.Has(text.Value))
            {
                yield return Problems.ValueInValue(text.At, name.Value);
            }
        }
    }

    /// <summary>AWS must accept the tags (PRM105).</summary>
    public static IEnumerable<Diagnostic> Tags(YamlNode node) =>
        from tag in node.Texts()
        where !Tag().IsMatch(tag.Name.Value) || !Tag().IsMatch(tag.Text.Value)
        select Problems.TagCharacters(tag.Name.At, tag.Name.Value);

    /// <summary>Each profile must have valid destinations (PRM130, PRM131).</summary>
    public static IEnumerable<Diagnostic> InferenceProfiles(YamlNode node)
    {
        foreach (var profile in node.Entries())
        {
            var leadsTo = profile.Value.Items().Select(item => item.Text()).OfType<Located<string>>().ToArray();
            var namesModels = profile.Key.Text.StartsWith("arn:", StringComparison.Ordinal)
                && !profile.Key.Text.Contains(":inference-profile/", StringComparison.Ordinal);
            if (profile.Value is YamlNode.Sequence { Items: [] })
            {
                yield return Problems.ProfileLeadsNowhere(profile.Key.At, profile.Key.Text);
            }

            foreach (var item in leadsTo)
            {
                if (!ModelArn().IsMatch(item.Value) && (namesModels || !RegionName().IsMatch(item.Value)))
                {
                    yield return Problems.ProfileDestination(item.At, item.Value, namesModels);
                }
            }
        }
    }

    /// <summary>Each key must be the ARN of a prompt (PRM132).</summary>
    public static IEnumerable<Diagnostic> PromptModels(YamlNode node) =>
        from prompt in node.Texts()
        where !PromptArn().IsMatch(prompt.Name.Value)
        select Problems.PromptModelKey(prompt.Name.At, prompt.Name.Value);

    private static Location? HasSecure(YamlNode node) => node switch
    {
        YamlNode.Mapping { Entries: [{ Key.Text: "secure" } only] } => only.Key.At,
        YamlNode.Mapping mapping =>
            mapping.Entries.Select(entry => HasSecure(entry.Value)).FirstOrDefault(at => at is not null),
        YamlNode.Sequence list => list.Items.Select(HasSecure).FirstOrDefault(at => at is not null),
        _ => null,
    };

    /// <summary>Source: ssm PutParameter, constraints of Name: letters, digits and _.-, at most 15 levels;
    /// read 2026-11-21.</summary>
    [GeneratedRegex(@"^(/(?!(?i:aws|ssm))[a-zA-Z0-9_.-]+){1,13}$")]
    private static partial Regex PathPattern();

    /// <summary>Source: service authorization reference of IAM, policy; IAM CreatePolicy, read 2026-09.</summary>
    [GeneratedRegex(@"^arn:aws(|-cn|-us-gov):iam::([0-9]{12}|aws):policy(/[\w+=,.@-]+)+$")]
    private static partial Regex PolicyArn();

    /// <summary>Source: CloudFormation schema of AWS::Bedrock::Prompt, CustomerEncryptionKeyArn,
    /// read 2026-08-07.</summary>
    [GeneratedRegex("^arn:aws(|-cn|-us-gov):kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36}$")]
    private static partial Regex KeyArn();

    /// <summary>Source: Amazon Bedrock API reference, modelArn of InferenceProfileModel, read 2026-11-21.</summary>
    [GeneratedRegex(@"^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]*:([0-9]{12})?:[a-z]+-(model|profile)/[\w.:-]+$")]
    private static partial Regex ModelArn();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]$")]
    private static partial Regex RegionName();

    /// <summary>Source: CloudFormation schema of AWS::Bedrock::Flow, PromptArn, read 2026-08-07.</summary>
    [GeneratedRegex(@"^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:prompt/[0-9a-zA-Z]{10}(:[0-9]{1,5})?$")]
    private static partial Regex PromptArn();

    /// <summary>Source: CloudFormation schema of AWS::Bedrock::Prompt, TagsMap, read 2026-08-07.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9\s._:/=+@-]{0,256}$")]
    private static partial Regex Tag();
}
