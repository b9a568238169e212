using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks what prompts and flows have in common: name, description, owner and tags.</summary>
public static class DefinitionRules
{
    /// <summary>Words that could name any prompt.</summary>
    private static readonly string[] Weak =
    [
        "bar", "baz", "chat", "copy", "default", "demo", "draft", "email", "example", "final", "flow", "foo", "mail",
        "model",
        "my", "new", "old", "prompt", "sample", "system", "temp", "template", "test", "text", "the", "tmp", "untitled",
        "user",
    ];

    /// <summary>All problems of what prompts and flows have in common.</summary>
    public static IEnumerable<Diagnostic> Check(Definition definition) =>
    [
        .. FileNameIsTaken(definition),
        .. NameIsMeaningful(definition),
        .. TextRules.HasLength(definition.Description, "description", 1, Limits.Description),
        .. OwnerIsTaken(definition),
        .. TagsAreTaken(definition),
    ];

    /// <summary>AWS must accept the file's name as a name (PRM023).</summary>
    public static IEnumerable<Diagnostic> FileNameIsTaken(Definition definition) =>
        Names.IsDefinitionName(definition.Name)
            ? []
            : [Problems.FileName(Location.StartOf(definition.At.File), definition.Name)];

    /// <summary>The name must say what the definition is for (PRM032): not only words such as <c>email1</c> or
    /// <c>test</c>.</summary>
    public static IEnumerable<Diagnostic> NameIsMeaningful(Definition definition) =>
        Names.IsBedrockName(definition.Name) && definition.Name.Split('-', '_').All(IsWeak)
            ? [Problems.WeakName(definition.At, definition.Name)]
            : [];

    /// <summary>AWS must accept the owner as a tag (PRM022, PRM025).</summary>
    public static IEnumerable<Diagnostic> OwnerIsTaken(Definition definition) => definition.Owner is not { } owner
        ? []
        : TextRules.HasLength(owner, "owner", 1, Limits.TagValue).Concat(
            Limits.AreLabelCharacters(owner.Value) ? [] : [Problems.LabelCharacters(owner.At, "owner")]);

    /// <summary>AWS must accept the tags (PRM021, PRM022, PRM025, PRM030, PRM057).</summary>
    public static IEnumerable<Diagnostic> TagsAreTaken(Definition definition) =>
    [
        .. TextRules.AreFew(definition.Tags, tag => tag.Name.At, "tags", Limits.Tags),
        .. definition.Tags.SelectMany(tag => LabelRules.Check(tag, least: 0, Limits.TagValue)),
        .. definition.Tags
            .Where(tag => tag.Name.Value.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            .Select(tag => Problems.ReservedTag(tag.Name.At, tag.Name.Value)),
    ];

    private static bool IsWeak(string word)
    {
        var letters = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length <= 1 || Weak.Contains(letters, StringComparer.OrdinalIgnoreCase);
    }
}
