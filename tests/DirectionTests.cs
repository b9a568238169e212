using System.Text.RegularExpressions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests;

public sealed partial class DirectionTests
{
    private static readonly string[] Order =
    [
        "Spelling", "Diagnostics", "Values", "Alarms", "Models", "Definitions", "Rendering", "Validation", "Settings",
        "Releases", "Planning", "Changes", "Graphs", "Targets", "Exchange",
    ];

    public static TheoryData<string> Sources() =>
    [
        .. Directory
            .EnumerateFiles(Repository.Path("infra", "Core"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path("infra", "Core"), file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal)
                && !file.StartsWith("bin/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_file_of_core_uses_only_folders_to_its_left(string file) =>
        Assert.Empty(Violations(file, File.ReadAllText(Repository.Path("infra", "Core", file))));

    [Theory]
    [InlineData("Definitions/Broken.cs", "using Infra.Planning;")]
    [InlineData("Definitions/Broken.cs", "using static Infra.Planning.Shorthand;")]
    [InlineData("Values/Broken.cs", "var x = Infra.Targets.CloudFormation.Render();")]
    [InlineData("Elsewhere/Broken.cs", "")]
    public void A_file_that_looks_to_the_right_is_found(string file, string text) =>
        Assert.NotEmpty(Violations(file, text));

    private static IEnumerable<string> Violations(string file, string text)
    {
        var own = Array.IndexOf(Order, file.Split('/')[0]);
        return own < 0
            ? [$"{file}: not in one of the folders {string.Join(", ", Order)}"]
            : Mentioned().Matches(text)
                .Select(match => match.Groups[1].Value)
                .Where(folder => Array.IndexOf(Order, folder) > own)
                .Select(folder => $"{file} uses {folder}");
    }

    [GeneratedRegex(@"\bInfra\.(\w+)")]
    private static partial Regex Mentioned();
}
