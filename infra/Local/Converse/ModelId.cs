using Infra.Local.Protocol.Wire;

namespace Infra.Local.Converse;

/// <summary>The identifiers of models.</summary>
internal static class ModelId
{
    /// <summary>What AWS says to an identifier that names no model: neither an ARN nor <c>provider.model</c>.</summary>
    public static Fault? Unknown(string model) =>
        model.StartsWith("arn:", StringComparison.Ordinal) || model.Contains('.', StringComparison.Ordinal)
            ? null
            : Fault.Validation("The provided model identifier is invalid.");
}
