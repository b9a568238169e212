using Infra.Local.Protocol.Wire;

namespace Infra.Local.Converse;

/// <summary>Checks the identifiers of models.</summary>
internal static class ModelId
{
    /// <summary>AWS's error for an identifier that is neither an ARN nor <c>provider.model</c>, or null.</summary>
    public static Fault? Unknown(string model) =>
        model.StartsWith("arn:", StringComparison.Ordinal) || model.Contains('.', StringComparison.Ordinal)
            ? null
            : Fault.Validation("The provided model identifier is invalid.");
}
