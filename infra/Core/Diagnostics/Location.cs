using Infra.Spelling;

namespace Infra.Diagnostics;

/// <summary>A place in a file of the repository; lines and columns count from 1, as in editors.</summary>
/// <param name="File">The path from the project's folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct Location(string File, int Line, int Column) : IComparable<Location>
{
    /// <summary>The first character of a file: the place of a problem with the whole file.</summary>
    public static Location StartOf(string file) => new(file, 1, 1);

    /// <summary>File order: by path (ordinal), line, column.</summary>
    public int CompareTo(Location other) =>
        string.CompareOrdinal(File, other.File) is var byFile and not 0 ? byFile
        : Line != other.Line ? Line.CompareTo(other.Line)
        : Column.CompareTo(other.Column);

    /// <inheritdoc/>
    public override string ToString() => $"{TerminalText.Line(File)}({Line},{Column})";

    /// <summary>Whether one place comes before another.</summary>
    public static bool operator <(Location left, Location right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place comes after another.</summary>
    public static bool operator >(Location left, Location right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place comes before another or is the same.</summary>
    public static bool operator <=(Location left, Location right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place comes after another or is the same.</summary>
    public static bool operator >=(Location left, Location right) => left.CompareTo(right) >= 0;
}

/// <summary>A value, and where the file states it.</summary>
/// <param name="Value">The value.</param>
/// <param name="At">Its first character.</param>
public sealed record Located<T>(T Value, Location At)
{
    /// <summary>Another value at the same place.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, At);
}
