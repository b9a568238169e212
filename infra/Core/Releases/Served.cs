using System.Globalization;
using Infra.Settings;

namespace Infra.Releases;

/// <summary>What callers of a name get in a stack.</summary>
public abstract record Served
{
    private Served()
    {
    }

    /// <summary>Nothing: the stack does not have it.</summary>
    public sealed record Nothing : Served
    {
        /// <inheritdoc/>
        public override string ToString() => "nothing";
    }

    /// <summary>The working file.</summary>
    public sealed record Draft : Served
    {
        /// <inheritdoc/>
        public override string ToString() => "draft";
    }

    /// <summary>A release.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record Release(int Number) : Served
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"release {Number}");
    }

    /// <summary>Unknown: the stack's file could not be read.</summary>
    public sealed record Unreadable : Served
    {
        /// <inheritdoc/>
        public override string ToString() => "unreadable";
    }

    /// <summary>What a stack serves of a name.</summary>
    /// <param name="settings">The stack.</param>
    /// <param name="name">The prompt or flow.</param>
    /// <param name="hasWorkingFile">Whether the name has a working file; the stack's default applies to those.</param>
    /// <param name="newest">Its newest release; null if it has none.</param>
    public static Served Of(StackSettings settings, string name, bool hasWorkingFile, int? newest) =>
        settings.TargetOf(name, hasWorkingFile) switch
        {
            Target.Pinned pinned => new Release(pinned.Live),
            Target.Latest when newest is { } number => new Release(number),
            Target.Draft => new Draft(),
            _ => new Nothing(),
        };
}
