using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Models;

namespace Infra.Settings;

/// <summary>The settings in <c>Pulumi.&lt;stack&gt;.yaml</c>, which describes one environment.</summary>
/// <remarks>Defaults are in <see cref="SettingsShape"/>.</remarks>
public sealed record StackSettings
{
    /// <summary>The most releases of a name that a stack keeps.</summary>
    /// <value>8: the service allows 10 versions in all, and a deployment may need one more before it deletes
    /// one.</value>
    /// <remarks>Source: quota "Versions per prompt", AWS General Reference, read 2025-06-05.</remarks>
    public const int MostKept = 8;

    /// <summary>The ending of the names of callers' policies.</summary>
    public const string CallersPolicy = "-callers";

    /// <summary>Whether a text is a valid name of a stack: 1 to 100 letters, digits, <c>-</c>, <c>_</c> and
    /// <c>.</c>.</summary>
    /// <remarks>Source: Pulumi documentation, "Stacks", read 2026-08-07.</remarks>
    public static bool IsName(string text) =>
        text.Length is >= 1 and <= 100
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>The stack's name, as in <c>dev</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>The file that they were read from.</summary>
    public required Location At { get; init; }

    /// <summary>Whether some of them could not be read: what follows from that is not reported.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The region of <c>aws-native:region</c> or <c>aws:region</c>; null if not stated.</summary>
    public string? Region { get; init; }

    /// <summary>The target of each name that is listed.</summary>
    public ImmutableSortedDictionary<string, Target> Live { get; init; } = Empty<Target>();

    /// <summary>The experiments, by prompt or flow.</summary>
    public ImmutableSortedDictionary<string, Experiment> Experiments { get; init; } = Empty<Experiment>();

    /// <summary>The target of names that are not listed.</summary>
    public DefaultTarget Default { get; init; }

    /// <summary>How many releases a promotion keeps.</summary>
    /// <value>2 to <see cref="MostKept"/> releases.</value>
    public int Retain { get; init; }

    /// <summary>The prefix of names on AWS.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>The path of the alias parameters; the policies' names are derived from it.</summary>
    public string ParameterPath { get; init; } = "";

    /// <summary>The values for <c>${name}</c>.</summary>
    public ImmutableSortedDictionary<string, Located<string>> Values { get; init; } = Empty<Located<string>>();

    /// <summary>Tags of every resource.</summary>
    public ImmutableArray<NamedText> Tags { get; init; } = [];

    /// <summary>Whether AWS meters the calls of each prompt separately.</summary>
    public Measuring Measure { get; init; }

    /// <summary>Where <see cref="Measure"/> is stated; null where it is not.</summary>
    public Location? MeasureAt { get; init; }

    /// <summary>The ARN of the key that encrypts prompts and flows; null for the service's own.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>The ARN of the managed policy that limits what flows' roles may do; null for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>
    /// The destinations of inference profiles and prompt routers, by id or ARN: regions of the profile's model, or ARNs
    /// of models as in GetInferenceProfile. They override the embedded list.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> InferenceProfiles { get; init; } =
        Empty<ImmutableArray<string>>();

    /// <summary>The known facts about models, with those that the stack states or corrects.</summary>
    public ModelCatalog Models { get; init; } = ModelCatalog.Known;

    /// <summary>What the stack requires of everything that it serves, with the exemptions.</summary>
    public Requirements Require { get; init; } = new();

    /// <summary>The judge of rubrics in test cases that name none; null for none.</summary>
    public Judge? Judge { get; init; }

    /// <summary>What the stack watches; null for nothing.</summary>
    public Watch? Watch { get; init; }

    /// <summary>The models of prompts that flows name by ARN, by that ARN.</summary>
    public ImmutableSortedDictionary<string, string> PromptModels { get; init; } = Empty<string>();

    /// <summary>Whether prompts, flows, flow aliases and alias parameters are protected from deletion.</summary>
    public bool Protect { get; init; }

    /// <summary>The target of a name that has a working file; null for none.</summary>
    public Target? TargetOf(string name) => Live.GetValueOrDefault(name) ?? Default switch
    {
        DefaultTarget.Draft => new Target.Draft(At),
        DefaultTarget.Latest => new Target.Latest(At),
        DefaultTarget.None => null,
    };

    /// <summary>The target of a name; null for none. The stack's default applies to names that have a working
    /// file.</summary>
    public Target? TargetOf(string name, bool hasWorkingFile) =>
        hasWorkingFile ? TargetOf(name) : Live.GetValueOrDefault(name);

    /// <summary>The model of a prompt that is managed elsewhere, stated with or without its version; null if not
    /// stated.</summary>
    public string? ModelBehind(string promptArn)
    {
        var version = promptArn.IndexOf(':', promptArn.LastIndexOf('/') + 1);
        return PromptModels.GetValueOrDefault(promptArn)
            ?? (version < 0 ? null : PromptModels.GetValueOrDefault(promptArn[..version]));
    }

    private static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
