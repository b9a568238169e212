namespace Infra.Diagnostics;

/// <content>Variables and text: PRM012 to PRM015, PRM022, PRM034, PRM036.</content>
public static partial class Problems
{
    /// <summary>A variable is used but not declared.</summary>
    /// <param name="at">Its first brace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="near">A declared variable that may be meant, or null.</param>
    public static Diagnostic UndeclaredVariable(Location at, string name, string? near) => Error(
        at, "PRM012", $"The template uses '{name}', which 'variables' does not declare. "
            + (near is null
                ? "Declare it or correct the name."
                : $"Did you mean '{near}'? Correct the name or declare it."));

    /// <summary>A variable is declared but not used.</summary>
    public static Diagnostic UnusedVariable(Location at, string name) => Error(
        at, "PRM013", $"The template does not use '{name}'. Remove it, or write {{{{{name}}}}} where its value goes.");

    /// <summary>Braces are opened and not closed.</summary>
    public static Diagnostic UnclosedBraces(Location at) => Error(
        at, "PRM014", "'{{' is not closed on this line. Add '}}'. For literal braces, as in JSON, write '{ {' "
            + "with a space between them.");

    /// <summary>A word in single braces, as other systems write variables.</summary>
    public static Diagnostic SingleBraces(Location at, string text, string name) => Warning(
        at, "PRM479", $"'{text}' reaches the model as written: Bedrock replaces double braces only. "
            + $"Write {{{{{name}}}}} if you mean a variable.");

    /// <summary>Spaces between the braces.</summary>
    public static Diagnostic BlanksInBraces(Location at, string name) => Error(
        at, "PRM014", "Bedrock replaces a variable only if there are no spaces inside its braces. Write "
            + $"{{{{{name}}}}}.");

    /// <summary>The text between the braces is not a variable name.</summary>
    public static Diagnostic MalformedVariable(Location at) => Error(
        at, "PRM014", "This is not the name of a variable. A name has letters and digits, separated by single '_' or "
            + "'-'. For literal braces, as in JSON, write '{ {' and '} }' with a space between.");

    /// <summary>A statement of a template language.</summary>
    public static Diagnostic TemplateStatement(Location at) => Error(
        at, "PRM015", "Bedrock replaces {{variables}} only: conditions, loops and comments reach the model as text. "
            + "Remove this, or write one prompt per case.");

    /// <summary>A text that is too short or too long.</summary>
    public static Diagnostic TextLength(Location at, string key, int length, int least, int most) => Error(
        at, "PRM022", length < least
            ? $"'{key}' is empty. Write something or remove it."
            : $"'{key}' has {length:N0} characters, but AWS accepts {most:N0}. Shorten it.");

    /// <summary>Text from outside is not set apart from the instructions.</summary>
    public static Diagnostic NotDelimited(Location at, string name, Location use) => Warning(
        at, "PRM034", $"Outsiders write '{name}', but {use} does not set it apart from the instructions. "
            + $"Put it between tags of its own, as in <{name}>{{{{{name}}}}}</{name}>, or between quotes or fences.");

    /// <summary>A secret in what is sent to the model.</summary>
    /// <param name="at">Its first character.</param>
    /// <param name="kind">What it is; never the secret itself.</param>
    public static Diagnostic Secret(Location at, string kind) => Error(
        at, "PRM036",
        $"{kind} is visible here to everyone who reads the repository, and to the model. Revoke it, then remove it.");
}
