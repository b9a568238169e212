namespace Infra.Settings;

/// <summary>Whether a stack has AWS meter the calls of each prompt by themselves.</summary>
public enum Measuring
{
    /// <summary>No: all calls to a model are one number.</summary>
    Off,

    /// <summary>No more: new versions name their model. The inference profiles stay that versions which are kept may
    /// have been cut with.</summary>
    Ending,

    /// <summary>Yes: prompts call their models through inference profiles of their own.</summary>
    On,
}
