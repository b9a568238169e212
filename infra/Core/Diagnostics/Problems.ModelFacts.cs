namespace Infra.Diagnostics;

/// <content>What is known of models: PRM400 to PRM439.</content>
public static partial class Problems
{
    /// <summary>A model that has ended, where callers are given it.</summary>
    /// <param name="at">The model.</param>
    /// <param name="model">Its id.</param>
    /// <param name="since">The day, or null when nobody said.</param>
    /// <param name="advice">The successor that AWS names, or where to look for one.</param>
    public static Diagnostic ModelEnded(Location at, string model, string? since, string advice) => Error(
        at, "PRM400", $"{Ended(model, since)}: AWS refuses every call of it. {advice}");

    /// <summary>A model that has ended, where nothing new is given to callers by it.</summary>
    /// <inheritdoc cref="ModelEnded"/>
    public static Diagnostic EndedModelStays(Location at, string model, string? since, string advice) => Warning(
        at, "PRM401", $"{Ended(model, since)}: AWS refuses every call of it. {advice}");

    /// <summary>A release whose model has ended, that would be promoted.</summary>
    /// <inheritdoc cref="ModelEnded"/>
    public static Diagnostic EndedModelPromoted(Location at, string name, string model, string? since, string advice) =>
        Error(at, "PRM402", $"'{name}' cannot be promoted: {Ended(model, since)}. {advice}");

    /// <summary>A model that ends soon.</summary>
    public static Diagnostic ModelEnds(Location at, string model, string end, int days, string advice) => Warning(
        at, "PRM403", $"'{model}' ends on {end}, in {days} days: AWS then refuses every call of it. {advice}");

    /// <summary>A model that AWS calls legacy.</summary>
    public static Diagnostic ModelIsLegacy(Location at, string model, string? since, string advice) => Warning(
        at, "PRM404", $"'{model}' is legacy{(since is null ? "" : $" since {since}")}: AWS refuses it to accounts that "
            + $"have not called it for a while. {advice}");

    /// <summary>A bare id of a model that is called through a profile only.</summary>
    public static Diagnostic ProfileNeeded(Location at, string model, string profiles) => Error(
        at, "PRM405", $"'{model}' is called through an inference profile only, not by its own id. "
            + (profiles.Length == 0 ? "No profile of it can be called from this region: choose another model."
                : $"Write {profiles}."));

    /// <summary>A model that a region does not have.</summary>
    public static Diagnostic ModelNotOffered(Location at, string model, string region, string regions) => Warning(
        at, "PRM406", $"'{model}' is not offered in {region}{(regions.Length == 0 ? "" : $", only in {regions}")}. "
            + "Choose another model; if AWS has added the region, state it in bedrock-prompts:models.");

    /// <summary>An ARN of another region.</summary>
    public static Diagnostic ModelOfOtherRegion(Location at, string named, string region) => Error(
        at, "PRM407", $"This ARN is of {named}, but the stack is deployed to {region}, where AWS does not know it. "
            + $"Write the ARN of {region}, or the id alone, which holds wherever the stack is.");

    /// <summary>An id that Bedrock's prompts cannot name.</summary>
    public static Diagnostic ModelIsElsewhere(Location at, string model) => Error(
        at, "PRM408", $"'{model}' is an id of the bedrock-mantle endpoint, which prompts do not call. "
            + "Write the id that Converse takes; 'prompts models --all' lists them.");

    /// <summary>A parameter that a model refuses.</summary>
    public static Diagnostic ParameterNotTaken(Location at, string parameter, string model, string advice) => Error(
        at, "PRM409", $"'{model}' refuses calls with '{parameter}'. {advice}");

    /// <summary>A parameter outside of a model's own range.</summary>
    public static Diagnostic ParameterOutOfRange(
        Location at, string parameter, decimal value, string model, string range) => Error(
        at, "PRM410", $"'{parameter}' is {Plain(value)}, but '{model}' takes {range}. Correct it.");

    /// <summary>temperature and topP, where a model takes one of them.</summary>
    public static Diagnostic BothSamplers(Location at, string model) => Error(
        at, "PRM411", $"'{model}' accepts temperature or topP, but refuses both together. Remove one.");

    /// <summary>A conversation that ends with the assistant.</summary>
    public static Diagnostic PrefillNotTaken(Location at, string model) => Warning(
        at, "PRM412", $"'{model}' refuses conversations that end with the assistant. "
            + "End with a 'user' message, unless every caller appends one.");

    /// <summary>A system text for a model without.</summary>
    public static Diagnostic SystemNotTaken(Location at, string model) => Error(
        at, "PRM413", $"'{model}' does not support 'system'. Say it in the first 'user' message.");

    /// <summary>Tools for a model that calls them only where its answer is not streamed.</summary>
    public static Diagnostic ToolsNotStreamed(Location at, string model) => Warning(
        at, "PRM414", $"'{model}' refuses tools when the answer is streamed (ConverseStream). "
            + "Have callers use Converse, or choose another model.");

    /// <summary>A cache point for a model without.</summary>
    public static Diagnostic CachePointNotTaken(Location at, string model) => Error(
        at, "PRM415", $"'{model}' does not support cache points. Remove it.");

    /// <summary>A cache point before which there is too little.</summary>
    public static Diagnostic CachePointTooEarly(Location at, string model, int least, int most) => Warning(
        at, "PRM416", $"'{model}' caches from {least:N0} tokens on, but at most {most:N0} stand before this cache "
            + "point, which AWS silently ignores. Remove it, or move it behind more text.");

    /// <summary>A longer answer than a model writes.</summary>
    public static Diagnostic AnswerTooLong(Location at, int asked, string model, int most) => Error(
        at, "PRM417", $"'maxTokens' is {asked:N0}, but '{model}' writes at most {most:N0}. Correct it.");

    /// <summary>A model of which nothing is known.</summary>
    public static Diagnostic ModelUnknown(Location at, string model, string date, string advice) => Warning(
        at, "PRM418", $"'{model}' is not in the model data of {date}: it is neither checked nor priced. "
            + advice);

    /// <summary>Agents, which are closed to new customers.</summary>
    public static Diagnostic AgentsAreClosed(Location at) => Warning(
        at, "PRM419", "Agents for Amazon Bedrock are closed to new customers since 2026-07-30. "
            + "If your account has none yet, call a model instead.");

    /// <summary>Facts about models that are old.</summary>
    public static Diagnostic ModelFactsAreOld(Location at, string date) => Warning(
        at, "PRM420", $"The data about models is from {date}, more than 90 days ago. "
            + "Update this tool, or state what has changed in bedrock-prompts:models.");

    /// <summary>A day that is none, in what a stack states about models.</summary>
    public static Diagnostic NoDay(Location at, string text) => Error(
        at, "PRM421", $"'{text}' is not a date. Write one as in 2027-01-08.");

    /// <summary>Facts about a profile, which belong to its model.</summary>
    public static Diagnostic FactsOfProfile(Location at, string profile, string model) => Error(
        at, "PRM422", $"'{profile}' is an inference profile. State the facts under its model, '{model}'.");

    private static string Ended(string model, string? since) =>
        $"'{model}' has reached the end of its life{(since is null ? "" : $" on {since}")}";
}
