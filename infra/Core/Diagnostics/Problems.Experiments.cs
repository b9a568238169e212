namespace Infra.Diagnostics;

/// <content>Experiments: PRM580 to PRM599.</content>
public static partial class Problems
{
    /// <summary>Too few or too many arms.</summary>
    public static Diagnostic NumberOfArms(Location at, string name, int arms, int least, int most) => Error(
        at, "PRM580", $"The experiment on '{name}' has {arms} {(arms == 1 ? "arm" : "arms")}. List {least} to {most}: "
            + "the control, which is what is live, and what it is compared with.");

    /// <summary>A name that is none for an arm.</summary>
    public static Diagnostic ArmName(Location at, string arm) => Error(
        at, "PRM581", $"'{arm}' cannot be the name of an arm. Use at most 64 letters and digits, separated by single "
            + "'-' or '_'.");

    /// <summary>A weight that belongs to no arm.</summary>
    public static Diagnostic WeightOfNoArm(Location at, string arm, string advice) => Error(
        at, "PRM582", $"There is no arm '{arm}' to have a weight. {advice}");

    /// <summary>Some arms have weights and others do not.</summary>
    public static Diagnostic ArmWithoutWeight(Location at, string arms) => Error(
        at, "PRM582", $"These arms have no weight: {arms}. Give every arm one, or leave 'weights' out: then all arms "
            + "weigh the same.");

    /// <summary>An arm that nobody would get.</summary>
    public static Diagnostic WeightIsNotPositive(Location at, string arm) => Error(
        at, "PRM583", $"The weight of '{arm}' should be more than 0. Remove an arm that nobody is to get.");

    /// <summary>Weights that are no percentages.</summary>
    public static Diagnostic WeightsDoNotAddUp(Location at, string sum) => Error(
        at, "PRM583", $"The weights add up to {sum}, not to 100. Write them as percentages of those who take part.");

    /// <summary>A seed that could be read in two ways.</summary>
    public static Diagnostic Seed(Location at, string seed) => Error(
        at, "PRM584", $"'{seed}' cannot be a seed as it stands here. Use at most 64 letters, digits, '.', '_' and '-', "
            + "and put what reads as a number with a point or as a day in quotes: Pulumi would respell it.");

    /// <summary>An experiment on what the stack does not pin.</summary>
    public static Diagnostic ExperimentIsNotPinned(Location at, string name, string stack) => Error(
        at, "PRM585", $"Stack {stack} does not serve '{name}' by releases, so there is nothing to compare. List the "
            + $"releases under 'bedrock-prompts:live', as in '{name}: {{ kept: [3, 4], live: 3 }}', or remove the "
            + "experiment.");

    /// <summary>An arm whose release the stack does not keep.</summary>
    public static Diagnostic ArmIsNotKept(Location at, string arm, int release, string name) => Error(
        at, "PRM586", $"Release {release}, arm '{arm}', is not among the releases that the stack keeps of '{name}'. "
            + "Add it to 'kept', leaving 'live' as it is.");

    /// <summary>The first arm is not what callers get.</summary>
    public static Diagnostic ControlIsNotLive(Location at, string arm, int release, string name, int live) => Error(
        at, "PRM587", $"The first arm is the control and must be live, but '{arm}' is release {release} and release "
            + $"{live} of '{name}' is live. Put the arm with release {live} first, or end the experiment before "
            + "'live' moves.");

    /// <summary>Arms that callers would have to call differently.</summary>
    public static Diagnostic ArmsTakeOtherInputs(Location at, string arm, string takes, string control) => Error(
        at, "PRM588", $"Arm '{arm}' takes {takes}, the control takes {control}: one call cannot fill both. Compare "
            + "releases with the same inputs.");

    /// <summary>Units would change arms, and what was measured would mix.</summary>
    public static Diagnostic DealtAnew(Location at, string key) => Error(
        at, "PRM589", $"Arms or weights of '{key}' change, so units would move between arms and their results would "
            + "mix. Give it a new seed.");

    /// <summary>Some of those who take part would drop out.</summary>
    public static Diagnostic CoverageLowered(Location at, string key, string from, string to) => Warning(
        at, "PRM590", $"The coverage of '{key}' goes from {from} to {to}: some units drop out and get what is live "
            + "again. Set it to 0 to stop the experiment.");

    /// <summary>What is live would no longer be the control.</summary>
    public static Diagnostic ExperimentRuns(Location at, string name, string stack) => Error(
        at, "PRM591", $"An experiment on '{name}' compares what is live with something else, so 'live' stays. End it "
            + $"first: 'prompts experiment {name} --stack {stack} --end', with '--winner <arm>' to make an arm live.");

    /// <summary>Versions of a flow would be cut from another release's draft.</summary>
    public static Diagnostic FlowCutWrong(Location at, string name, string version) => Error(
        at, "PRM592", $"'{version}' of flow '{name}' would be cut from the draft, which says another arm's release in "
            + "the meantime. Start the experiment when its control is deployed, one new arm in each step, and end it "
            + "before a prompt of the flow is promoted.");

    /// <summary>Results that hold nothing to read.</summary>
    public static Diagnostic NoResults(Location at) => Error(
        at, "PRM593", "No results can be read here. Give lines of 'unit,arm,value' or 'unit,arm,value,denominator', of "
            + "'arm,n,sum,sum_squares', each below that header, or what 'aws logs get-query-results' prints.");

    /// <summary>Results that look like JSON and are not what CloudWatch Logs prints.</summary>
    public static Diagnostic NoInsightsResults(Location at) => Error(
        at, "PRM593", "This is not what 'aws logs get-query-results' prints: 'results', a list of rows, each a list of "
            + "'field' and 'value'.");

    /// <summary>A line with other cells than its header.</summary>
    public static Diagnostic UnevenResults(Location at, int cells, int columns) => Error(
        at, "PRM594", $"The header names {columns} columns, this line has {cells}. Write a cell for each, and put "
            + "texts with commas in quotes.");

    /// <summary>A cell that is no number.</summary>
    public static Diagnostic ResultIsNoNumber(Location at, string column, string text) => Error(
        at, "PRM595", $"'{text}' in column '{column}' is no number. Write it with a point, as in 0.5, and leave out "
            + "rows that measure nothing.");

    /// <summary>An arm that the experiment does not have.</summary>
    public static Diagnostic ResultsOfNoArm(Location at, string arm, string advice) => Error(
        at, "PRM596", $"The experiment has no arm '{arm}'. {advice}");

    /// <summary>Several columns could be what is measured.</summary>
    public static Diagnostic ManyValues(Location at, string columns) => Error(
        at, "PRM597", $"Any of these columns could be what is measured: {columns}. Name one of them 'value', or leave "
            + "the others out.");

    /// <summary>A layout from which an experiment cannot be taken out safely.</summary>
    public static Diagnostic CannotEnd(Location at, string name) => Error(
        at, "PRM598", "This file is written in a way that is not edited automatically. Remove "
            + $"'{name}' from bedrock-prompts:experiments by hand.");
}
