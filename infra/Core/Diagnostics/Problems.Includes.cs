namespace Infra.Diagnostics;

/// <content>Includes and partials: PRM016 to PRM018.</content>
public static partial class Problems
{
    /// <summary>An included file does not exist.</summary>
    public static Diagnostic IncludeMissing(Location at, string path) => Error(
        at, "PRM016", $"There is no file 'prompts/{path}' to include. Correct the path; a link that leads out of "
            + "prompts/ does not count.");

    /// <summary>A partial does not exist.</summary>
    public static Diagnostic PartialMissing(Location at, string name) => Error(
        at, "PRM016", $"There is no partial '{name}'. Write it as prompts/partials/{name}.md or correct the name.");

    /// <summary>A partial contains itself.</summary>
    public static Diagnostic CircularPartial(Location at, IReadOnlyCollection<string> names) => Error(
        at, "PRM017", $"The partials include each other in a circle: {string.Join(" > ", names)}. Remove one of "
            + "these includes.");

    /// <summary>Partials are nested too deeply.</summary>
    public static Diagnostic PartialsTooDeep(Location at) => Error(
        at, "PRM017", "Partials are nested too deeply here. Merge some of them.");

    /// <summary>An include points outside prompts/.</summary>
    public static Diagnostic IncludeNotConfined(Location at, string path) => Error(
        at, "PRM018", $"'{path}' does not stay inside prompts/. Give a path below prompts/ with forward slashes and "
            + "without '..'.");
}
