using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>The model that judges answers by a rubric, and how often it is asked; null means not stated.</summary>
/// <param name="Model">The model's id or ARN.</param>
/// <param name="Pass">How many of its votes must be in favour, as in <c>2 of 3</c>.</param>
public sealed record Judge(Located<string>? Model, Located<string>? Pass)
{
    /// <summary>The most votes on an answer.</summary>
    /// <value>9 votes; more is PRM680.</value>
    public const int MostVotes = 9;

    /// <summary>The keys that describe a judge.</summary>
    public static readonly Kind Kind = new Kind.Keys(new(
        "'judge'",
        "The model that judges a rubric.",
        new("model", new Kind.Text(), "Its id or ARN; it must differ from the model that is tested."),
        new("pass", new Kind.Text(), "How many of its votes must pass an answer, as in 2 of 3; one vote if absent.")));

    /// <summary>How many votes of how many are needed; one of one where nothing valid is stated.</summary>
    public Share Votes => Pass is { } pass && Share.Parse(pass.Value) is { Of: <= MostVotes } votes ? votes : new(1, 1);

    /// <summary>The judge that a file states.</summary>
    public static Judge? Read(YamlNode? node) => node is null ? null : new(node.Text("model"), node.Text("pass"));

    /// <summary>This judge; what it leaves out is taken from another one.</summary>
    public Judge Or(Judge? other) => new(Model ?? other?.Model, Pass ?? other?.Pass);

    /// <summary>What is wrong with it (PRM680).</summary>
    public IEnumerable<Diagnostic> Check() => Pass is { } pass && Share.Parse(pass.Value) is not { Of: <= MostVotes }
        ? [Problems.BadVotes(pass.At, pass.Value, MostVotes)]
        : [];
}
