using Infra.Values;

namespace Infra.Planning;

/// <summary>Which resources a caller must be allowed to invoke for a model.</summary>
public static class ModelAccess
{
    /// <summary>The ARNs behind a model id or ARN.</summary>
    public static IEnumerable<Value> Resources(string model) =>
        model.StartsWith("arn:", StringComparison.Ordinal) ? [model] : [Arns.FoundationModel(model)];
}
