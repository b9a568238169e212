using System.Globalization;
using System.Net;
using Infra.Spelling;

namespace Infra.Cli.Explaining;

/// <summary>Makes the places of problems links that open the file, on terminals that know links.</summary>
/// <param name="Folders">Where the paths of problems may start: the project, and the current folder.</param>
internal sealed record PlaceLinks(params string[] Folders)
{
    private static readonly string[] Programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"];
    private static readonly string[] Signs = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"];

    /// <summary>The first version of VTE, the library of GNOME Terminal and others, that knows links.</summary>
    private const int FirstVte = 5000;

    /// <summary>Whether a terminal with these environment variables is known to know links.</summary>
    /// <remarks>FORCE_HYPERLINK decides where it is set: everything but 0 means yes. Source: the package
    /// supports-hyperlinks of crates.io, read 2026-11-28.</remarks>
    public static bool AreKnown(Func<string, string?> variable) =>
        variable("FORCE_HYPERLINK") is { Length: > 0 } forced
            ? forced is not "0"
            : Programs.Contains(variable("TERM_PROGRAM"))
                || Signs.Any(sign => !string.IsNullOrEmpty(variable(sign)))
                || (int.TryParse(variable("VTE_VERSION"), CultureInfo.InvariantCulture, out var version)
                    && version >= FirstVte);

    /// <summary>An encoded text as a link to a file; the text alone where there is no such file.</summary>
    public string Linked(string file, string shown) =>
        Folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } path
            ? TerminalText.Link(
                OperatingSystem.IsWindows() ? "" : Dns.GetHostName(),
                Path.GetFullPath(path).Replace(Path.DirectorySeparatorChar, '/'),
                shown)
            : shown;
}
