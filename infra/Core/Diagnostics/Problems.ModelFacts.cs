namespace Infra.Diagnostics;

/// <content>What is known of models: PRM400 to PRM439.</content>
public static partial class Problems
{
    /// <summary>The live release calls a model that AWS has shut down.</summary>
    /// <param name="at">The model.</param>
    /// <param name="model">Its id.</param>
    /// <param name="since">The day; null when no source says.</param>
    /// <param name="advice">The successor that AWS names, or where to look for one.</param>
    public static Diagnostic ModelEnded(Location at, string model, string? since, string advice) => Error(
        at, "PRM400", $"{Ended(model, since)}: AWS refuses every call to it. {advice}");

    /// <summary>A kept release calls a model that AWS has shut down.</summary>
    /// <inheritdoc cref="ModelEnded"/>
    public static Diagnostic EndedModelStays(Location at, string model, string? since, string advice) => Warning(
        at, "PRM401", $"{Ended(model, since)}: AWS refuses every call to it. {advice}");

    /// <summary>A promotion of a release whose model AWS has shut down.</summary>
    /// <inheritdoc cref="ModelEnded"/>
    public static Diagnostic EndedModelPromoted(Location at, string name, string model, string? since, string advice) =>
        Error(at, "PRM402", $"'{name}' cannot be promoted: {Ended(model, since)}. {advice}");

    /// <summary>A model that AWS shuts down soon.</summary>
    public static Diagnostic ModelEnds(Location at, string model, string end, int days, string advice) => Warning(
        at, "PRM403", $"'{model}' ends on {end}, in {days} days: from then on AWS refuses every call to it. {advice}");

    /// <summary>A model that AWS calls legacy.</summary>
    public static Diagnostic ModelIsLegacy(Location at, string model, string? since, string advice) => Warning(
        at, "PRM404", $"'{model}' is legacy{(since is null ? "" : $" since {since}")}: AWS refuses calls from "
            + $"accounts that have not used it for a while. {advice}");

    /// <summary>A model that can only be called through an inference profile.</summary>
    public static Diagnostic ProfileNeeded(Location at, string model, string profiles) => Error(
        at, "PRM405", $"'{model}' can only be called through an inference profile, not by its own id. "
            + (profiles.Length == 0 ? "No profile of it can be called from this region: choose another model."
                : $"Write {profiles}."));

    /// <summary>A model that the region does not offer.</summary>
    public static Diagnostic ModelNotOffered(Location at, string model, string region, string regions) => Warning(
        at, "PRM406", $"'{model}' is not offered in {region}{(regions.Length == 0 ? "" : $", only in {regions}")}. "
            + "Choose another model; if AWS has added the region, state it in bedrock-prompts:models.");

    /// <summary>An ARN of another region.</summary>
    public static Diagnostic ModelOfOtherRegion(Location at, string named, string region) => Error(
        at, "PRM407", $"This ARN is of {named}, but the stack is deployed to {region}, where AWS does not know it. "
            + $"Write the ARN of {region}, or the id alone, which works in every region.");

    /// <summary>A model id of another endpoint.</summary>
    public static Diagnostic ModelIsElsewhere(Location at, string model) => Error(
        at, "PRM408", $"'{model}' is an id of the bedrock-mantle endpoint, which prompts do not call. "
            + "Write the id that Converse takes; 'prompts models --all' lists them.");

    /// <summary>A parameter that a model refuses.</summary>
    public static Diagnostic ParameterNotTaken(Location at, string parameter, string model, string advice) => Error(
        at, "PRM409", $"'{model}' refuses calls with '{parameter}'. {advice}");

    /// <summary>A parameter outside the model's own range.</summary>
    public static Diagnostic ParameterOutOfRange(
        Location at, string parameter, decimal value, string model, string range) => Error(
        at, "PRM410", $"'{parameter}' is {Plain(value)}, but '{model}' takes {range}. Correct it.");

    /// <summary>Both temperature and topP, and the model accepts only one.</summary>
    public static Diagnostic BothSamplers(Location at, string model) => Error(
        at, "PRM411", $"'{model}' accepts temperature or topP, but refuses both together. Remove one.");

    /// <summary>A conversation that ends with the assistant.</summary>
    public static Diagnostic PrefillNotTaken(Location at, string model) => Warning(
        at, "PRM412", $"'{model}' refuses conversations that end with the assistant. "
            + "End with a 'user' message, unless every caller appends one.");

    /// <summary>A system text for a model that does not support it.</summary>
    public static Diagnostic SystemNotTaken(Location at, string model) => Error(
        at, "PRM413", $"'{model}' does not support 'system'. Say it in the first 'user' message.");

    /// <summary>Tools for a model that does not call them in streamed answers.</summary>
    public static Diagnostic ToolsNotStreamed(Location at, string model) => Warning(
        at, "PRM414", $"'{model}' refuses tools when the answer is streamed (ConverseStream). "
            + "Have callers use Converse, or choose another model.");

    /// <summary>A cache point for a model that does not support it.</summary>
    public static Diagnostic CachePointNotTaken(Location at, string model) => Error(
        at, "PRM415", $"'{model}' does not support cache points. Remove it.");

    /// <summary>A cache point after too little text.</summary>
    public static Diagnostic CachePointTooEarly(Location at, string model, int least, int most) => Warning(
        at, "PRM416", $"'{model}' caches texts of {least:N0} tokens or more, but at most {most:N0} come before this "
            + "cache point, so AWS silently ignores it. Remove it, or move it after more text.");

    /// <summary>A longer answer than the model can write.</summary>
    public static Diagnostic AnswerTooLong(Location at, int asked, string model, int most) => Error(
        at, "PRM417", $"'maxTokens' is {asked:N0}, but '{model}' writes at most {most:N0}. Correct it.");

    /// <summary>An unknown model.</summary>
    public static Diagnostic ModelUnknown(Location at, string model, string date, string advice) => Warning(
        at, "PRM418", $"'{model}' is not in the model data of {date}: it is neither checked nor priced. "
            + advice);

    /// <summary>Agents, which are closed to new customers.</summary>
    public static Diagnostic AgentsAreClosed(Location at) => Warning(
        at, "PRM419", "Agents for Amazon Bedrock are closed to new customers since 2026-07-30. "
            + "If your account has none yet, call a model instead.");

    /// <summary>The data about models is old.</summary>
    public static Diagnostic ModelFactsAreOld(Location at, string date) => Warning(
        at, "PRM420", $"The data about models is from {date}, more than 90 days ago. Update 'prompts', and state "
            + "what has changed since in bedrock-prompts:models.");

    /// <summary>A malformed date in what a stack states about models.</summary>
    public static Diagnostic NoDay(Location at, string text) => Error(
        at, "PRM421", $"'{text}' is not a date. Write one as in 2027-01-08.");

    /// <summary>Facts stated about a profile instead of its model.</summary>
    public static Diagnostic FactsOfProfile(Location at, string profile, string model) => Error(
        at, "PRM422", $"'{profile}' is an inference profile. State the facts under its model, '{model}'.");

    private static string Ended(string model, string? since) =>
        $"'{model}' has reached the end of its life{(since is null ? "" : $" on {since}")}";
}
