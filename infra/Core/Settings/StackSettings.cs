using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Models;

namespace Infra.Settings;

/// <summary>What <c>Pulumi.&lt;stack&gt;.yaml</c> says about prompts: one environment.</summary>
/// <remarks>What a silent file says stands in <see cref="SettingsShape"/>.</remarks>
public sealed record StackSettings
{
    /// <summary>The most releases a stack keeps of one name.</summary>
    /// <value>8: the service allows 10 versions in all, and a step may need one more before it drops one.</value>
    /// <remarks>Source: quota "Versions per prompt", AWS General Reference, read 2025-06-05.</remarks>
    public const int MostKept = 8;

    /// <summary>How the names of callers' policies end.</summary>
    public const string CallersPolicy = "-callers";

    /// <summary>Whether a text can be the name of a stack: 1 to 100 letters, digits, <c>-</c>, <c>_</c>
    /// and <c>.</c>.</summary>
    /// <remarks>Source: Pulumi documentation, "Stacks", read 2026-08-07.</remarks>
    public static bool IsName(string text) =>
        text.Length is >= 1 and <= 100
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>The stack's name, as in <c>dev</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>The file they were read from.</summary>
    public required Location At { get; init; }

    /// <summary>Whether some of them could not be read: what they lack is no second problem.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The region of <c>aws-native:region</c> or <c>aws:region</c>; null if the file is silent.</summary>
    public string? Region { get; init; }

    /// <summary>What is served of each name that is listed.</summary>
    public ImmutableSortedDictionary<string, Target> Live { get; init; } = Empty<Target>();

    /// <summary>What is compared with what is live, by prompt or flow.</summary>
    public ImmutableSortedDictionary<string, Experiment> Experiments { get; init; } = Empty<Experiment>();

    /// <summary>What is served of the others.</summary>
    public DefaultTarget Default { get; init; }

    /// <summary>How many releases promotion keeps.</summary>
    /// <value>2 to <see cref="MostKept"/> releases.</value>
    public int Retain { get; init; }

    /// <summary>What names on AWS start with.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>Where the alias parameters lie; also names the policies.</summary>
    public string ParameterPath { get; init; } = "";

    /// <summary>What <c>${name}</c> stands for.</summary>
    public ImmutableSortedDictionary<string, Located<string>> Values { get; init; } = Empty<Located<string>>();

    /// <summary>Tags of every resource.</summary>
    public ImmutableArray<NamedText> Tags { get; init; } = [];

    /// <summary>Whether AWS meters the calls of each prompt by themselves.</summary>
    public Measuring Measure { get; init; }

    /// <summary>The ARN of the key that encrypts prompts and flows; null for the service's own.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>The ARN of the managed policy that bounds what roles of flows may do; null for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>
    /// Where inference profiles and prompt routers lead, by id or ARN: regions of the profile's model, or ARNs of
    /// models as GetInferenceProfile lists them. What is stated here wins over our own list.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> InferenceProfiles { get; init; } =
        Empty<ImmutableArray<string>>();

    /// <summary>What is known of models, with what the stack states or corrects.</summary>
    public ModelCatalog Models { get; init; } = ModelCatalog.Known;

    /// <summary>What the stack requires of everything it serves, and whom it exempts.</summary>
    public Requirements Require { get; init; } = new();

    /// <summary>Who judges the rubrics of test cases that name nobody; null for nobody.</summary>
    public Judge? Judge { get; init; }

    /// <summary>What it watches; null for nothing.</summary>
    public Watch? Watch { get; init; }

    /// <summary>The models behind prompts that flows name by ARN, by that ARN.</summary>
    public ImmutableSortedDictionary<string, string> PromptModels { get; init; } = Empty<string>();

    /// <summary>Whether prompts, flows, flow aliases and alias parameters are protected from deletion.</summary>
    public bool Protect { get; init; }

    /// <summary>What this stack serves of a name that has a working file; null for nothing.</summary>
    public Target? TargetOf(string name) => Live.GetValueOrDefault(name) ?? Default switch
    {
        DefaultTarget.Draft => new Target.Draft(At),
        DefaultTarget.Latest => new Target.Latest(At),
        DefaultTarget.None => null,
    };

    /// <summary>What this stack serves of a name; null for nothing. The stack's default is for names that have a
    /// working file.</summary>
    public Target? TargetOf(string name, bool hasWorkingFile) =>
        hasWorkingFile ? TargetOf(name) : Live.GetValueOrDefault(name);

    /// <summary>The model behind a prompt of others, stated with or without its version; null when it is not.</summary>
    public string? ModelBehind(string promptArn)
    {
        var version = promptArn.IndexOf(':', promptArn.LastIndexOf('/') + 1);
        return PromptModels.GetValueOrDefault(promptArn)
            ?? (version < 0 ? null : PromptModels.GetValueOrDefault(promptArn[..version]));
    }

    private static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
