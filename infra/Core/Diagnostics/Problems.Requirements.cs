namespace Infra.Diagnostics;

/// <content>What a stack requires, and whom it exempts: PRM530 to PRM541.</content>
public static partial class Problems
{
    /// <summary>A name without an owner, where one is required.</summary>
    public static Diagnostic NoOwner(Location at, string name, string stack) => Error(
        at, "PRM530", $"'{name}' has no owner, and stack {stack} requires one. Add 'owner'.");

    /// <summary>Fewer tests than are required.</summary>
    public static Diagnostic TooFewTests(Location at, string name, int count, int least, string stack) => Error(
        at, "PRM531", $"'{name}' has {Counted(count, "test")}, and stack {stack} requires {least}. "
            + "Add some to 'tests'.");

    /// <summary>No limit on the length of an answer, where one is required.</summary>
    public static Diagnostic LengthNotStated(Location at, string name, int most, string stack) => Error(
        at, "PRM532", $"'{name}' states no 'maxTokens', and stack {stack} requires one of at most {most}. "
            + "Add it to 'inference'.");

    /// <summary>A longer answer than is allowed.</summary>
    public static Diagnostic LongerThanAllowed(Location at, string name, int asked, int most, string stack) => Error(
        at, "PRM533", $"'maxTokens' of '{name}' is {asked}, and stack {stack} allows at most {most}. Lower it.");

    /// <summary>A model that is not allowed.</summary>
    public static Diagnostic ModelNotAllowed(
        Location at, string name, string model, string allowed, string stack) => Error(
        at, "PRM534", $"'{name}' calls '{model}', but stack {stack} allows only {allowed}. Choose one of those.");

    /// <summary>A node without a guardrail, where one is required.</summary>
    public static Diagnostic NoGuardrail(Location at, string flow, string node, string stack) => Error(
        at, "PRM535", $"Node '{node}' of '{flow}' has no guardrail, and stack {stack} requires one. Add 'guardrail'.");

    /// <summary>A release that was not live in the stack of 'triedIn' first.</summary>
    public static Diagnostic NotTried(Location at, string name, int release, string stack, string triedIn) => Error(
        at, "PRM536", $"Release {release} of '{name}' was not live in {triedIn}, and stack {stack} requires that it "
            + $"was. Promote it there first: prompts promote {name}@{release} --stack {triedIn}. "
            + "(Git knows what was; a shallow clone does not: fetch the whole history.)");

    /// <summary>A draft in a stack that requires tried releases.</summary>
    public static Diagnostic DraftNotTried(Location at, string name, string stack, string triedIn) => Error(
        at, "PRM537", $"'{name}' is served as a draft, and stack {stack} requires releases that were live in "
            + $"{triedIn}. Release it, promote it to {triedIn}, then to {stack}.");

    /// <summary>An exemption without a reason.</summary>
    public static Diagnostic NoReasonForExemption(Location at, string name) => Error(
        at, "PRM538", $"Nothing says why '{name}' is exempt. Write the reason, as in {name}: moves to Nova in May.");

    /// <summary>An exemption of a name that does not exist.</summary>
    public static Diagnostic UnknownExemption(Location at, string name, string advice) => Error(
        at, "PRM539", $"There is no '{name}' to exempt. {advice}");

    /// <summary>'triedIn' names a stack that does not exist, or the stack itself.</summary>
    public static Diagnostic NoStackToTryIn(Location at, string triedIn, string advice) => Error(
        at, "PRM540", $"'triedIn' must name another stack of this project, and there is no other stack "
            + $"'{triedIn}'. {advice}");

    /// <summary>A model that AWS shuts down earlier than the stack allows.</summary>
    /// <param name="at">The model.</param>
    /// <param name="name">The prompt or flow.</param>
    /// <param name="model">The id or ARN.</param>
    /// <param name="ends">As in <c>ends on 2027-01-08</c>.</param>
    /// <param name="months">How many are required.</param>
    /// <param name="stack">The stack.</param>
    public static Diagnostic ModelEndsTooSoon(
        Location at, string name, string model, string ends, int months, string stack) => Error(
        at, "PRM541", $"'{model}', which '{name}' calls, {ends}, but stack {stack} requires at least "
            + $"{Counted(months, "month")} more. Choose another model; 'prompts models --all' lists them with their "
            + "ends.");

    private static string Counted(int number, string what) =>
        number == 1 ? $"1 {what}" : number == 0 ? $"no {what}s" : $"{number} {what}s";
}
