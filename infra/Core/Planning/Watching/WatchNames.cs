using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Watching;

/// <summary>Names of what watches: unique in an account and region, so the parameter path tells stacks apart.</summary>
internal static class WatchNames
{
    /// <summary>The alarm that stands for all alarms of a name, in the plan.</summary>
    public static string All(string name) => $"{name}-watch";

    /// <summary>The alarm of a model, in the plan.</summary>
    public static string Model(string model) => $"model-{string.Concat(model.Select(Plain))}";

    /// <summary>An alarm of the plan on AWS: <c>bedrock-prompts/prod/greeting-email-failures</c>.</summary>
    public static string OnAws(string alarm, StackSettings settings) =>
        $"{settings.ParameterPath.TrimStart('/')}/{alarm}";

    /// <summary>The ARNs of everything that these names can be given to.</summary>
    public static IEnumerable<Value> Arns(StackSettings settings) =>
    [
        Planning.Arns.InAccount("cloudwatch", $"alarm:{OnAws("*", settings)}"),
    ];

    private static char Plain(char letter) => char.IsAsciiLetterOrDigit(letter) ? letter : '-';
}
