namespace Infra.Diagnostics;

/// <content>Test cases and their expectations: PRM300 to PRM349.</content>
public static partial class Problems
{
    /// <summary>An item of <c>expect</c> that expects nothing.</summary>
    public static Diagnostic NoExpectation(Location at) => Error(
        at, "PRM300", "This item checks nothing. Write one expectation, such as contains: text.");

    /// <summary>An item of <c>expect</c> with two expectations.</summary>
    public static Diagnostic SeveralExpectations(Location at, string first, string second) => Error(
        at, "PRM301", $"'{first}' and '{second}' are in one item. Start another list item for '{second}'.");

    /// <summary>A flag that is off.</summary>
    public static Diagnostic ExpectationSwitchedOff(Location at, string opposite) => Error(
        at, "PRM302", $"'false' checks nothing. Write '{opposite}' for the opposite, or remove the item.");

    /// <summary>A severity inside a group.</summary>
    public static Diagnostic SeverityOfPart(Location at) => Error(
        at, "PRM303", "'severity' belongs to an item of 'expect', not to a part of one. Move it there.");

    /// <summary>An invalid regular expression.</summary>
    public static Diagnostic BadRegex(Location at, string reason) => Error(
        at, "PRM304", $"This is not a regular expression: {Sentence(reason)} "
            + "Correct it; escape characters meant literally with '\\'.");

    /// <summary>An expectation that nothing can fail.</summary>
    public static Diagnostic NeverFails(Location at, string expectation, string why) => Error(
        at, "PRM305", $"{expectation} can never fail: {why}. Expect something, or remove it.");

    /// <summary>An expectation with an empty list.</summary>
    public static Diagnostic EmptyExpectation(Location at, string expectation) => Error(
        at, "PRM305", $"{expectation} has an empty list, so the answer does not matter. "
            + "List what is expected, or remove it.");

    /// <summary>An expectation that nothing can meet.</summary>
    public static Diagnostic NeverPasses(Location at, string expectation, string why) => Error(
        at, "PRM306", $"{expectation} can never pass: {why}. Correct it.");

    /// <summary>A length of time that cannot be read.</summary>
    public static Diagnostic BadDuration(Location at, string text) => Error(
        at, "PRM307", $"'{text}' is not a length of time. "
            + "Write a number with a unit, as in 800ms, 5s or 2m; at most one hour.");

    /// <summary>A rule about runs that cannot be read.</summary>
    public static Diagnostic BadPassRule(Location at, string text) => Error(
        at, "PRM308", $"'{text}' does not say how many runs must pass. Write it as 4 of 5, with at most 100 runs.");

    /// <summary>A rule about runs that contradicts the number of runs.</summary>
    public static Diagnostic PassRuleOfOtherRuns(Location at, string text, int runs) => Error(
        at, "PRM308", $"'{text}' does not fit 'repeat: {runs}'. Make the numbers agree, or remove 'repeat'.");

    /// <summary>A number of runs beyond reason.</summary>
    public static Diagnostic BadRepeat(Location at, int most) => Error(
        at, "PRM308", $"A case is run 1 to {most} times. Correct the number.");

    /// <summary>A keyword of a JSON schema that is not checked.</summary>
    public static Diagnostic UnknownSchemaKeyword(Location at, string keyword, string advice) => Error(
        at, "PRM309", $"'{keyword}' is not a keyword of JSON schemas that is checked here. {advice}");

    /// <summary>A keyword of a JSON schema with a value it does not take.</summary>
    public static Diagnostic BadSchemaValue(Location at, string keyword, string expected) => Error(
        at, "PRM310", $"'{keyword}' of a JSON schema must be {expected}. Correct it.");

    /// <summary>A path into JSON that cannot be read.</summary>
    public static Diagnostic BadJsonPath(Location at, string path) => Error(
        at, "PRM311", $"'{path}' cannot be read as a path from here on. Use $.name, ['name'], [0] and [*].");

    /// <summary>Two cases of one name.</summary>
    public static Diagnostic DuplicateTestName(Location at, string name, int firstLine) => Error(
        at, "PRM320", $"There are two tests named '{name}'; the first is in line {firstLine}. "
            + "Reports need distinct names: rename one.");

    /// <summary>A sample that does not meet an expectation.</summary>
    /// <param name="at">The expectation.</param>
    /// <param name="test">The case.</param>
    /// <param name="sampleLine">Where its sample stands.</param>
    /// <param name="reason">What was found.</param>
    public static Diagnostic SampleFails(Location at, string test, int sampleLine, string reason) =>
        Error(at, "PRM321", $"The sample of '{test}' in line {sampleLine} does not meet this: {reason}. "
            + "Correct one of them.");

    /// <summary>Votes of a judge that cannot be counted.</summary>
    public static Diagnostic BadVotes(Location at, string text, int most) => Error(
        at,
        "PRM680",
        $"'{text}' does not say how many votes of the judge must pass. Write it as 2 of 3, with at most {most} votes.");

    /// <summary>A rubric whose judge cannot be tried before it judges.</summary>
    public static Diagnostic JudgeUntried(Location at, string test, string missing) => Warning(
        at,
        "PRM681",
        $"'{test}' leaves it to a model to judge, and has no {missing}: a judge that passes or fails everything would "
            + "not be noticed. Add one.");

    /// <summary>A model that would judge its own answers.</summary>
    public static Diagnostic JudgeIsTested(Location at, string model) => Warning(
        at,
        "PRM682",
        $"'{model}' would judge its own answers, and models favour those. Let another model judge.");

    /// <summary>A bad sample that is good.</summary>
    public static Diagnostic BadSamplePasses(Location at, string test) => Error(
        at,
        "PRM683",
        $"The bad sample of '{test}' meets everything that is expected. Correct one of them.");

    /// <summary>A recorded sample of content that has changed since.</summary>
    public static Diagnostic StaleSample(Location at, string test) => Warning(
        at,
        "PRM628",
        $"The sample of '{test}' was recorded of other content than the file has now. Record it again with "
            + "'prompts smoke <stack> --record', or remove 'sampleOf' if the sample still fits.");

    /// <summary>Exact words expected of a model that varies them.</summary>
    public static Diagnostic EqualsWithTemperature(Location at, decimal temperature) => Warning(
        at, "PRM322", $"At temperature {temperature} the words vary, so 'equals' will fail now and then. "
            + "Set it to 0, or expect less.");

    /// <summary>A value for a variable that the prompt does not have.</summary>
    public static Diagnostic GivenUndeclared(Location at, string name, string advice) => Error(
        at, "PRM323", $"The prompt declares no variable '{name}'. {advice}");

    /// <summary>A variable without a value.</summary>
    public static Diagnostic GivenMissing(Location at, string test, string name) => Error(
        at, "PRM324", $"'{test}' gives no value for '{name}', and the variable has no example. Add one of them.");

    /// <summary>A value of a variable that is no text.</summary>
    public static Diagnostic GivenIsNoText(Location at, string name) => Error(
        at, "PRM325", $"The value of '{name}' must be a text. "
            + "Write lists and mappings as a text, quoted or after '|'.");

    /// <summary>A case of a flow without input.</summary>
    public static Diagnostic FlowWithoutInput(Location at, string test) => Error(
        at, "PRM324", $"'{test}' gives the flow no input. Add given: {{ document: ... }}.");

    /// <summary>Something of flows in a prompt's case, or the other way round.</summary>
    public static Diagnostic NotOfThisKind(Location at, string what, string kind) => Error(
        at, "PRM326", $"'{what}' works for {kind} only. Remove it.");

    /// <summary>A case that expects nothing.</summary>
    public static Diagnostic ExpectsNothing(Location at, string test) => Warning(
        at, "PRM327", $"'{test}' checks nothing in the answer, so it always passes. Add 'expect'.");
}
