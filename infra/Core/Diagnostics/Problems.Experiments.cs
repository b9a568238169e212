namespace Infra.Diagnostics;

/// <content>Experiments: PRM580 to PRM599.</content>
public static partial class Problems
{
    /// <summary>Too few or too many arms.</summary>
    public static Diagnostic NumberOfArms(Location at, string name, int arms, int least, int most) => Error(
        at, "PRM580", $"The experiment on '{name}' has {arms} {(arms == 1 ? "arm" : "arms")}. List {least} to {most}: "
            + "the control, which is what is live, and what it is compared with.");

    /// <summary>A name that an arm cannot have.</summary>
    public static Diagnostic ArmName(Location at, string arm) => Error(
        at, "PRM581", $"'{arm}' cannot be the name of an arm. Use at most 64 letters and digits, separated by single "
            + "'-' or '_'.");

    /// <summary>A weight for an arm that does not exist.</summary>
    public static Diagnostic WeightOfNoArm(Location at, string arm, string advice) => Error(
        at, "PRM582", $"'weights' names '{arm}', which is not an arm. {advice}");

    /// <summary>Some arms have weights and others do not.</summary>
    public static Diagnostic ArmWithoutWeight(Location at, string arms) => Error(
        at, "PRM582", $"These arms have no weight: {arms}. Give every arm one, or leave 'weights' out: then all arms "
            + "weigh the same.");

    /// <summary>A weight that is not positive.</summary>
    public static Diagnostic WeightIsNotPositive(Location at, string arm) => Error(
        at, "PRM583", $"The weight of '{arm}' must be more than 0. If nobody is to get this arm, remove it.");

    /// <summary>Weights that do not add up to 100.</summary>
    public static Diagnostic WeightsDoNotAddUp(Location at, string sum) => Error(
        at, "PRM583", $"The weights add up to {sum}, but must add up to 100. Write them as percentages of the units "
            + "that take part.");

    /// <summary>A malformed seed.</summary>
    public static Diagnostic Seed(Location at, string seed) => Error(
        at, "PRM584", $"'{seed}' cannot be used as a seed. Use at most 64 letters, digits, '.', '_' and '-', and "
            + "quote dates and decimal numbers, because Pulumi rewrites them.");

    /// <summary>An experiment on a name that the stack does not serve by releases.</summary>
    public static Diagnostic ExperimentIsNotPinned(Location at, string name, string stack) => Error(
        at, "PRM585", $"Stack {stack} does not serve '{name}' by releases, so there is nothing to compare. List the "
            + $"releases under 'bedrock-prompts:live', as in '{name}: {{ kept: [3, 4], live: 3 }}', or remove the "
            + "experiment.");

    /// <summary>An arm whose release the stack does not keep.</summary>
    public static Diagnostic ArmIsNotKept(Location at, string arm, int release, string name) => Error(
        at, "PRM586", $"Arm '{arm}' is release {release} of '{name}', which the stack does not keep. Add {release} "
            + "to 'kept', and leave 'live' as it is.");

    /// <summary>The first arm is not the live release.</summary>
    public static Diagnostic ControlIsNotLive(Location at, string arm, int release, string name, int live) => Error(
        at, "PRM587", $"The first arm is the control and must be the live release, but '{arm}' is release {release} "
            + $"and release {live} of '{name}' is live. Put the arm with release {live} first, or end the experiment "
            + "before you change 'live'.");

    /// <summary>Arms with different inputs.</summary>
    public static Diagnostic ArmsTakeOtherInputs(Location at, string arm, string takes, string control) => Error(
        at, "PRM588", $"Arm '{arm}' needs the inputs {takes}, but the control needs {control}, and callers send both "
            + "the same values. Compare releases with the same inputs.");

    /// <summary>Arms or weights change under the same seed.</summary>
    public static Diagnostic DealtAnew(Location at, string key) => Error(
        at, "PRM589", $"The arms or weights of '{key}' change, so units would move between arms and their results "
            + "would mix. Change the seed as well.");

    /// <summary>The coverage is lowered under the same seed.</summary>
    public static Diagnostic CoverageLowered(Location at, string key, string from, string to) => Warning(
        at, "PRM590", $"The coverage of '{key}' goes from {from} to {to}: some units drop out and get the live "
            + "release again. To stop the experiment, set it to 0.");

    /// <summary>The live release would change during an experiment.</summary>
    public static Diagnostic ExperimentRuns(Location at, string name, string stack) => Error(
        at, "PRM591", $"The live release of '{name}' cannot change while it is the control of an experiment. End the "
            + $"experiment first: 'prompts experiment {name} --stack {stack} --end', with '--winner <arm>' to make "
            + "an arm live.");

    /// <summary>A version of a flow would be cut from another release's draft.</summary>
    public static Diagnostic FlowCutWrong(Location at, string name, string version) => Error(
        at, "PRM592", $"Version '{version}' of flow '{name}' would be cut while the flow's draft holds another arm's "
            + "release. Deploy the control first, then add one arm with each deployment; end the experiment before "
            + "you promote a prompt of the flow.");

    /// <summary>Results without a known header.</summary>
    public static Diagnostic NoResults(Location at) => Error(
        at, "PRM593", "The results have none of the known headers. Write 'unit,arm,value', "
            + "'unit,arm,value,denominator' or 'arm,n,sum,sum_squares' in the first line, or give what 'aws logs "
            + "get-query-results' prints.");

    /// <summary>Results in JSON that CloudWatch Logs did not print.</summary>
    public static Diagnostic NoInsightsResults(Location at) => Error(
        at, "PRM593", "This JSON is not what 'aws logs get-query-results' prints: 'results' with a list of rows, "
            + "each a list of 'field' and 'value'. Save that output unchanged.");

    /// <summary>A line with more or fewer cells than the header.</summary>
    public static Diagnostic UnevenResults(Location at, int cells, int columns) => Error(
        at, "PRM594", $"The header has {columns} columns, but this line has {cells}. Write one cell for each column, "
            + "and quote texts with commas.");

    /// <summary>A cell that is not a number.</summary>
    public static Diagnostic ResultIsNoNumber(Location at, string column, string text) => Error(
        at, "PRM595", $"'{text}' in column '{column}' is not a number. Write a number with a decimal point, as in "
            + "0.5; leave out rows that measure nothing.");

    /// <summary>An arm that the experiment does not have.</summary>
    public static Diagnostic ResultsOfNoArm(Location at, string arm, string advice) => Error(
        at, "PRM596", $"The experiment has no arm '{arm}'. {advice}");

    /// <summary>Several columns could hold what is measured.</summary>
    public static Diagnostic ManyValues(Location at, string columns) => Error(
        at, "PRM597", $"Any of these columns could hold what is measured: {columns}. Rename one of them to 'value', "
            + "or remove the others.");

    /// <summary>A layout from which an experiment cannot be removed safely.</summary>
    public static Diagnostic CannotEnd(Location at, string name) => Error(
        at, "PRM598", $"This file cannot be edited automatically because of the way it is written. Remove '{name}' "
            + "from bedrock-prompts:experiments by hand.");
}
