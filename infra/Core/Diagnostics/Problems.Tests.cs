namespace Infra.Diagnostics;

/// <content>Test cases and their expectations: PRM300 to PRM349.</content>
public static partial class Problems
{
    /// <summary>An item of <c>expect</c> without an expectation.</summary>
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
        at, "PRM304", $"This is not a valid regular expression: {Sentence(reason)} Correct it; write '\\' before "
            + "characters that you mean literally.");

    /// <summary>An expectation that cannot fail.</summary>
    public static Diagnostic NeverFails(Location at, string expectation, string why) => Error(
        at, "PRM305", $"{expectation} can never fail: {why}. Expect something, or remove it.");

    /// <summary>An expectation with an empty list.</summary>
    public static Diagnostic EmptyExpectation(Location at, string expectation) => Error(
        at, "PRM305", $"{expectation} has an empty list, so the answer does not matter. "
            + "List what is expected, or remove it.");

    /// <summary>An expectation that cannot pass.</summary>
    public static Diagnostic NeverPasses(Location at, string expectation, string why) => Error(
        at, "PRM306", $"{expectation} can never pass: {why}. Correct it.");

    /// <summary>A malformed length of time.</summary>
    public static Diagnostic BadDuration(Location at, string text) => Error(
        at, "PRM307", $"'{text}' is not a length of time. "
            + "Write a number with a unit, as in 800ms, 5s or 2m; at most one hour.");

    /// <summary>A malformed rule about how many runs must pass.</summary>
    public static Diagnostic BadPassRule(Location at, string text) => Error(
        at, "PRM308", $"'{text}' does not say how many runs must pass. Write it as 4 of 5, with at most 100 runs.");

    /// <summary>A rule about runs that contradicts 'repeat'.</summary>
    public static Diagnostic PassRuleOfOtherRuns(Location at, string text, int runs) => Error(
        at, "PRM308", $"'{text}' does not fit 'repeat: {runs}'. Make the numbers agree, or remove 'repeat'.");

    /// <summary>Too many runs.</summary>
    public static Diagnostic BadRepeat(Location at, int most) => Error(
        at, "PRM308", $"A test can be repeated 1 to {most} times. Correct the number.");

    /// <summary>A JSON schema keyword that is not supported.</summary>
    public static Diagnostic UnknownSchemaKeyword(Location at, string keyword, string advice) => Error(
        at, "PRM309", $"'{keyword}' is not a keyword of JSON schemas that is checked here. {advice}");

    /// <summary>A JSON schema keyword with an invalid value.</summary>
    public static Diagnostic BadSchemaValue(Location at, string keyword, string expected) => Error(
        at, "PRM310", $"'{keyword}' of a JSON schema must be {expected}. Correct it.");

    /// <summary>A malformed JSON path.</summary>
    public static Diagnostic BadJsonPath(Location at, string path) => Error(
        at, "PRM311", $"'{path}' cannot be read as a path from here on. Use $.name, ['name'], [0] and [*].");

    /// <summary>Two tests with one name.</summary>
    public static Diagnostic DuplicateTestName(Location at, string name, int firstLine) => Error(
        at, "PRM320", $"There are two tests named '{name}'; the first is in line {firstLine}. "
            + "Reports need distinct names: rename one.");

    /// <summary>A sample that does not meet an expectation.</summary>
    /// <param name="at">The expectation.</param>
    /// <param name="test">The case.</param>
    /// <param name="sampleLine">The line of its sample.</param>
    /// <param name="reason">What was found.</param>
    public static Diagnostic SampleFails(Location at, string test, int sampleLine, string reason) =>
        Error(at, "PRM321", $"The sample of '{test}' in line {sampleLine} does not meet this: {reason}. "
            + "Correct one of them.");

    /// <summary>A malformed number of votes.</summary>
    public static Diagnostic BadVotes(Location at, string text, int most) => Error(
        at,
        "PRM680",
        $"'{text}' does not say how many votes of the judge must pass. Write it as 2 of 3, with at most {most} votes.");

    /// <summary>A judge without a sample or bad sample to try it on.</summary>
    public static Diagnostic JudgeUntried(Location at, string test, string missing) => Warning(
        at,
        "PRM681",
        $"'{test}' is judged by a model but has no {missing}, so nobody would notice a judge that passes or fails "
            + "everything. Add one.");

    /// <summary>A model that would judge its own answers.</summary>
    public static Diagnostic JudgeIsTested(Location at, string model) => Warning(
        at,
        "PRM682",
        $"'{model}' would judge its own answers, and models favour those. Let another model judge.");

    /// <summary>A bad sample that passes every check.</summary>
    public static Diagnostic BadSamplePasses(Location at, string test) => Error(
        at,
        "PRM683",
        $"The bad sample of '{test}' passes every check. Correct the sample, or check for what is bad about it.");

    /// <summary>A sample that was recorded before the content changed.</summary>
    public static Diagnostic StaleSample(Location at, string test) => Warning(
        at,
        "PRM628",
        $"The sample of '{test}' was recorded before the content changed. Record it again with 'prompts smoke "
            + "<stack> --record', or remove 'sampleOf' if the sample still fits.");

    /// <summary>Exact words expected of a model that varies them.</summary>
    public static Diagnostic EqualsWithTemperature(Location at, decimal temperature) => Warning(
        at, "PRM322", $"At temperature {temperature} the wording varies, so 'equals' will fail now and then. Set the "
            + "temperature to 0, or use a looser check such as 'contains'.");

    /// <summary>A value for a variable that the prompt does not have.</summary>
    public static Diagnostic GivenUndeclared(Location at, string name, string advice) => Error(
        at, "PRM323", $"The prompt declares no variable '{name}'. {advice}");

    /// <summary>A variable without a value.</summary>
    public static Diagnostic GivenMissing(Location at, string test, string name) => Error(
        at, "PRM324", $"'{test}' gives no value for '{name}', and the variable has no example. Add one of them.");

    /// <summary>A value of a variable that is not text.</summary>
    public static Diagnostic GivenIsNoText(Location at, string name) => Error(
        at, "PRM325", $"The value of '{name}' must be text. Write lists and mappings as text, quoted or after '|'.");

    /// <summary>A test of a flow without input.</summary>
    public static Diagnostic FlowWithoutInput(Location at, string test) => Error(
        at, "PRM324", $"'{test}' gives the flow no input. Add given: {{ document: ... }}.");

    /// <summary>A key for flows in a prompt's test, or the other way round.</summary>
    public static Diagnostic NotOfThisKind(Location at, string what, string kind) => Error(
        at, "PRM326", $"'{what}' works for {kind} only. Remove it.");

    /// <summary>A test without expectations.</summary>
    public static Diagnostic ExpectsNothing(Location at, string test) => Warning(
        at, "PRM327", $"'{test}' checks nothing in the answer, so it always passes. Add 'expect'.");
}
