using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack's settings must satisfy.</summary>
internal static partial class SettingsRules
{
    /// <summary>
    /// Takes out secure values (none of ours may be secret: plans are read by people) and lets flags and numbers be
    /// quoted, as <c>pulumi config set</c> writes them.
    /// </summary>
    public static YamlNode.Mapping Prepare(YamlNode.Mapping node, ICollection<Diagnostic> report)
    {
        var entries = new List<YamlEntry>();
        foreach (var entry in node.Entries)
        {
            if (HasSecure(entry.Value) is { } secure)
            {
                report.Add(Problems.SecureValue(secure, entry.Key.Text));
            }
            else
            {
                entries.Add(entry with
                {
                    Value = entry is { Key.Text: "protect" or "retain", Value: YamlNode.Scalar scalar }
                        ? scalar with { Style = ScalarStyle.Plain }
                        : entry.Value,
                });
            }
        }

        return node with { Entries = [.. entries] };
    }

    public static void Check(StackSettings settings, YamlNode node, ICollection<Diagnostic> report)
    {
        if (settings.Retain is < 2 or > StackSettings.MostKept)
        {
            report.Add(Problems.RetainOutOfRange(node.Get("retain")!.At, settings.Retain, StackSettings.MostKept));
        }

        if (!ParameterPath().IsMatch(settings.ParameterPath))
        {
            report.Add(Problems.ParameterPath(node.Get("parameterPath")?.At ?? node.At, settings.ParameterPath));
        }

        if (settings.EncryptionKey is { } key && !KeyArn().IsMatch(key))
        {
            report.Add(Problems.EncryptionKey(node.Get("encryptionKey")!.At));
        }

        foreach (var problem in Profiles(node))
        {
            report.Add(problem);
        }

        foreach (var value in node.Get("values").Texts().Where(value => !Names.IsBedrockName(value.Name.Value)))
        {
            report.Add(Problems.ValueName(value.Name.At, value.Name.Value));
        }

        foreach (var tag in settings.Tags.Where(tag =>
            !Tag().IsMatch(tag.Name.Value) || !Tag().IsMatch(tag.Text.Value)))
        {
            report.Add(Problems.TagCharacters(tag.Name.At, tag.Name.Value));
        }
    }

    private static IEnumerable<Diagnostic> Profiles(YamlNode node)
    {
        foreach (var profile in node.Get("inferenceProfiles").Entries())
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

        foreach (var (prompt, _) in node.Get("promptModels").Texts())
        {
            if (!PromptArn().IsMatch(prompt.Value))
            {
                yield return Problems.PromptModelKey(prompt.At, prompt.Value);
            }
        }
    }

    /// <summary>The target, if its releases make sense; else what is wrong is reported.</summary>
    public static Target.Pinned? Check(Target.Pinned target, ICollection<Diagnostic> report)
    {
        var problem = target.Kept switch
        {
            [] => Problems.NothingKept(target.At),
            var kept when kept.Any(release => release < 1) => Problems.ReleaseNumber(target.At),
            var kept when kept.Distinct().Count() < kept.Length => Problems.KeptTwice(target.At),
            { Length: > StackSettings.MostKept } kept =>
                Problems.TooManyKept(target.At, kept.Length, StackSettings.MostKept),
            var kept when !kept.Contains(target.Live) => Problems.LiveIsNotKept(target.At, target.Live),
            _ => null,
        };
        if (problem is null)
        {
            return target;
        }

        report.Add(problem);
        return null;
    }

    private static Location? HasSecure(YamlNode node) => node switch
    {
        YamlNode.Mapping { Entries: [{ Key.Text: "secure" } only] } => only.Key.At,
        YamlNode.Mapping mapping =>
            mapping.Entries.Select(entry => HasSecure(entry.Value)).FirstOrDefault(at => at is not null),
        _ => null,
    };

    /// <summary>Source: ssm PutParameter, constraints of Name: letters, digits and _.-, at most 15 levels;
    /// read 2026-11-21.</summary>
    [GeneratedRegex(@"^(/(?!(?i:aws|ssm))[a-zA-Z0-9_.-]+){1,13}$")]
    private static partial Regex ParameterPath();

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
