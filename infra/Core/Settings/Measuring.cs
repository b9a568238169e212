namespace Infra.Settings;

/// <summary>Whether AWS meters the calls of each prompt separately in a stack.</summary>
public enum Measuring
{
    /// <summary>No: all calls of a model are metered together.</summary>
    Off,

    /// <summary>No longer: new versions name their model directly. Inference profiles that kept versions may use are
    /// not deleted.</summary>
    Ending,

    /// <summary>Yes: prompts call their models through their own inference profiles.</summary>
    On,
}
