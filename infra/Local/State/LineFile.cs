using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A file of lines that survives a killed process, and in which damage is detected.</summary>
/// <remarks>
/// Each line is <c>[number,"check",content]</c>: a missing line leaves a gap in the numbers, a changed line does not
/// match its check, and a line that was cut off belongs to a change that was not confirmed to anybody.
/// </remarks>
internal sealed class LineFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _guard;
    private FileStream? _file;
    private int _count;

    /// <summary>Opens or creates a file; no other process can open it at the same time.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="held">The exception to throw when another process has opened it.</param>
    public LineFile(string path, Exception held)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _path = path;
        _guard = FileGuard.Take($"{path}.lock") ?? throw held;
        try
        {
            (Lines, Damaged) = Read(path);
            if (Damaged is not null)
            {
                File.Copy(path, Kept, overwrite: true);
            }
        }
        catch
        {
            _guard.Dispose();
            throw;
        }
    }

    /// <summary>The contents of the undamaged lines when the file was opened.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>The number of the first line that is missing or damaged; null for none.</summary>
    public int? Damaged { get; }

    /// <summary>The path at which a damaged file is kept.</summary>
    public string Kept => $"{_path}.damaged";

    /// <summary>The contents of the undamaged lines, and the number of the first damaged one, even if another process
    /// has opened the file.</summary>
    public static (ImmutableArray<string> Lines, int? Damaged) Read(string path)
    {
        if (!File.Exists(path))
        {
            return ([], null);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n')[..^1];
        int? damaged = null;
        var whole = ImmutableArray.CreateBuilder<string>(lines.Length);
        for (var index = 0; index < lines.Length; index++)
        {
            var content = Content(lines[index], out var number);
            damaged ??= content is null || number != index + 1 ? index + 1 : null;
            if (content is not null)
            {
                whole.Add(content);
            }
        }

        return (whole.ToImmutable(), damaged);
    }

    /// <summary>Replaces all contents; the old file stays until the new one is complete.</summary>
    public void Rewrite(IEnumerable<string> contents)
    {
        _file?.Dispose();
        _count = 0;
        var temporary = $"{_path}.new";
        using (var whole = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            foreach (var content in contents)
            {
                whole.Write(Line(content));
            }

            whole.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
        _file = new(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Appends a line; after this, it survives the end of the process.</summary>
    public void Append(string content)
    {
        var file = _file ?? throw new InvalidOperationException("The file is rewritten before it is appended to.");
        var whole = file.Length;
        try
        {
            file.Write(Line(content));
        }
        catch
        {
            // A full disk has cut off the line: the next one must not continue it.
            _count--;
            file.SetLength(whole);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _guard.Dispose();
    }

    private byte[] Line(string content)
    {
        var number = (++_count).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"[{number},\"{Check(number, content)}\",{content}]\n");
    }

    private static string? Content(string line, out int number)
    {
        number = 0;
        var parts = line.Split(',', 3);
        return parts is [['[', .. var first], ['"', .. { Length: 8 } check, '"'], [.. var content, ']']]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && check == Check(first, content)
            && IsJson(content)
                ? content
                : null;
    }

    private static bool IsJson(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Check(string number, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number + content)).AsSpan(0, 4));
}
