namespace Infra.Planning;

/// <summary>The day on which models are checked, and the occasion. The caller provides it: only the problems depend on
/// the day, the plan never does.</summary>
/// <param name="Day">Normally today; <c>--as-of</c> gives another day.</param>
/// <param name="Occasion">The occasion.</param>
public readonly record struct ModelDay(DateOnly Day, ModelOccasion Occasion = ModelOccasion.Deploy);

/// <summary>The occasion of checking models, which decides whether a model's shutdown is an error.</summary>
public enum ModelOccasion
{
    /// <summary>A deployment: what is deployed stays deployed, so a shutdown is a warning.</summary>
    Deploy,

    /// <summary>A validation: the models that callers use must be available.</summary>
    Validate,

    /// <summary>A rollback, which no model may prevent: everything is a warning.</summary>
    Rollback,
}
