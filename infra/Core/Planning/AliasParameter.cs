using Infra.Definitions;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The parameter in which applications look up the ARN to call.</summary>
public static class AliasParameter
{
    /// <summary>The last part of the parameter's name for what is live.</summary>
    public const string Live = "live";

    /// <summary>The last part of the parameter's name for the experiment.</summary>
    public const string Experiment = "experiment";

    /// <summary>Its name: <c>&lt;parameterPath&gt;/&lt;name&gt;/live</c>.</summary>
    public static string Path(string name, StackSettings settings) => $"{settings.ParameterPath}/{name}/{Live}";

    /// <summary>
    /// The name of the parameter with the experiment's shares. Callers ask for both parameters at once, whether or not
    /// there is an experiment.
    /// </summary>
    public static string ExperimentPath(string name, StackSettings settings) =>
        $"{settings.ParameterPath}/{name}/{Experiment}";

    /// <summary>Its properties.</summary>
    /// <param name="definition">The prompt or flow.</param>
    /// <param name="arn">The ARN that it holds.</param>
    /// <param name="tags">The tags of the owner's resources.</param>
    /// <param name="settings">The stack.</param>
    internal static Value.Map Properties(Definition definition, Value arn, Value tags, StackSettings settings) => Map(
        ("Name", Path(definition.Name, settings)),
        ("Type", "String"),
        ("Description", $"What to call for {definition.Name} in {settings.Stack}"),
        ("Value", arn),
        ("Tags", tags));
}
