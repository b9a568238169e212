using System.Diagnostics;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Clients;

/// <summary>The clients to copy, each with its language's own SDK against a local Bedrock.</summary>
public sealed partial class ClientTests
{
    [FactWith(Runtime.Python)]
    public Task The_Python_client_looks_up_deals_calls_and_counts() => Runs(
        "python3",
        Script("prompts_test.py"), Client("python"), Vectors);

    [FactWith(Runtime.JavaScript)]
    public async Task The_JavaScript_client_looks_up_deals_calls_and_counts()
    {
        // A copy, as its users make one: it finds the packages of the project that it is copied into.
        using var project = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(project.Path, "node_modules"), Runtimes.Packages);
        var (client, script) = (Path.Combine(project.Path, "prompts.mjs"), Path.Combine(project.Path, "test.mjs"));
        File.Copy(Client("javascript", "prompts.mjs"), client);
        File.Copy(Script("prompts_test.mjs"), script);

        await Runs("node", script, client, Vectors);
    }

    [Theory]
    [InlineData("python", "prompts.py")]
    [InlineData("javascript", "prompts.mjs")]
    [InlineData("csharp", "Prompts.cs")]
    [InlineData("java", "Prompts.java")]
    public void A_client_is_short_enough_to_be_read_before_it_is_copied(string language, string file)
    {
        var lines = File.ReadAllLines(Client(language, file));

        lines.Should().OnlyContain(line => line.Length <= 120);
        lines.Where(line => !NoCode().IsMatch(line)).Should().HaveCountLessThanOrEqualTo(120);
    }

    /// <summary>Blank lines, comments, and what a file uses.</summary>
    [GeneratedRegex(@"^\s*($|//|/?\*|#|import |using [A-Z])")]
    private static partial Regex NoCode();

    private static string Vectors => Repository.Path("infra", "Clients", "vectors.json");

    private static string Client(params string[] path) => Repository.Path(["infra", "Clients", .. path]);

    private static string Script(string name) => Repository.Path("tests", "Clients", "Scripts", name);

    private static async Task Runs(string program, params string[] arguments)
    {
        await using var stack = await ClientStack.StartAsync();
        var start = new ProcessStartInfo(program, [.. arguments, stack.Second]);
        foreach (var (name, value) in stack.Environment)
        {
            start.Environment[name] = value;
        }

        var (exit, said) = await Runtimes.RunAsync(start);

        (exit is 0 ? "" : said).Should().BeEmpty();
    }
}
