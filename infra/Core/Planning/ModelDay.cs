namespace Infra.Planning;

/// <summary>The day that models are looked at, and what for. The day is the caller's: a plan never depends on it, only
/// what is said about it does.</summary>
/// <param name="Day">As a rule today; <c>--as-of</c> names another.</param>
/// <param name="Occasion">What for.</param>
public readonly record struct ModelDay(DateOnly Day, ModelOccasion Occasion = ModelOccasion.Deploy);

/// <summary>What models are looked at for, which decides how much it weighs that one has ended.</summary>
public enum ModelOccasion
{
    /// <summary>What is deployed stays deployed: an end of life that has come is a warning.</summary>
    Deploy,

    /// <summary>The project is judged: what callers are given must live.</summary>
    Validate,

    /// <summary>Somebody goes back, which no model may forbid: everything is a warning.</summary>
    Rollback,
}
