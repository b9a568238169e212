namespace Infra.Diagnostics;

/// <content>Names, tags and metadata: PRM023 to PRM025, PRM032, PRM033, PRM056, PRM057.</content>
public static partial class Problems
{
    private const string NameRule = "letters and digits, separated by single '-' or '_', at most 100 characters";

    /// <summary>AWS does not accept the file's name.</summary>
    public static Diagnostic FileName(Location at, string name) => Error(
        at, "PRM023", $"AWS does not accept the file's name, '{name}'. Rename it: {NameRule}.");

    /// <summary>AWS does not accept the name of a variant or variable.</summary>
    public static Diagnostic MalformedName(Location at, string name) => Error(
        at, "PRM024", $"AWS does not accept '{name}' as a name. Write {NameRule}.");

    /// <summary>AWS does not accept the name of a tool.</summary>
    public static Diagnostic ToolName(Location at, string name) => Error(
        at, "PRM024", $"AWS does not accept '{name}' as the name of a tool. Start with a letter; use letters, digits "
            + "and '_', at most 64.");

    /// <summary>A tag or metadata entry with characters that AWS does not accept.</summary>
    public static Diagnostic LabelCharacters(Location at, string key) => Error(
        at, "PRM025", $"'{key}' or its value has characters that AWS does not accept. Use letters (a to z), digits, "
            + "spaces and . _ : / = + @ -");

    /// <summary>A file name that does not say what the prompt is for.</summary>
    public static Diagnostic WeakName(Location at, string name) => Warning(
        at, "PRM032", $"'{name}' does not say what this is for. Rename the file after its purpose, as in "
            + "customer-email-order-confirmation.");

    /// <summary>A variable name that does not say what goes into it.</summary>
    public static Diagnostic WeakVariableName(Location at, string name) => Warning(
        at, "PRM033",
        $"'{name}' does not say what a caller puts there. Name it after its content, as in customer_name.");

    /// <summary>A file that looks like a definition but is not read.</summary>
    public static Diagnostic FileNotRead(Location at) => Warning(
        at, "PRM056", "This file is not read: definitions are *.yaml files directly in prompts/. Rename or move it.");

    /// <summary>A tag name that AWS reserves.</summary>
    public static Diagnostic ReservedTag(Location at, string key) => Error(
        at, "PRM057", $"AWS keeps tags that start with 'aws:' for itself. Rename '{key}'.");

    /// <summary>Two names that differ only in upper and lower case.</summary>
    /// <remarks>IAM: names of roles and policies are not told apart by case. Source: IAM API, CreateRole, read
    /// 2026-11-27.</remarks>
    public static Diagnostic NamesDifferByCase(Location at, string name, string other) => Error(
        at, "PRM462", $"'{name}' and '{other}' differ only in upper and lower case: to IAM, macOS and Windows they "
            + "are the same name. Rename one.");
}
