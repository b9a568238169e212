using Xunit;

namespace Infra.Tests.Support;

/// <summary>Compares a text with the one recorded in the repository.</summary>
internal static class Recorded
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("RECORD") is "1";

    /// <summary>Fails unless the file below tests/Samples holds exactly this text;
    /// with RECORD=1, writes it there instead.</summary>
    public static void Equal(string file, string actual) => EqualAt(Repository.Path("tests", "Samples", file), actual);

    /// <summary>The same for a file anywhere in the repository.</summary>
    public static void EqualAt(string path, string actual)
    {
        if (Rewrite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "(not recorded: run with RECORD=1)", actual);
    }
}
