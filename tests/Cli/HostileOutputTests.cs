using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>
/// Texts, names, notes, answers, authors and file names that a CI job, a terminal or a page would take for commands:
/// every output for people encodes them so that they have no effect. Each contains the word <c>forged</c>.
/// </summary>
public sealed partial class HostileOutputTests : IAsyncLifetime
{
    private const string Line = "::error::forged @forged <b>forged</b> ![forged](http://forged.example) `forged` | x";

    private SmokeProject _project = null!;
    private readonly List<string> _broken = [];
    private readonly List<int> _ends = [];

    public async Task InitializeAsync()
    {
        _project = Project();
        _project.Files.Write("Pulumi.prod.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:protect: true
              bedrock-prompts:live:
                asking: 1
                greeting: 1
              bedrock-prompts:tags: { note: "::error::forged @forged" }
              other:note: "a
                ::error::forged
                ##[error]forged"

            """);
        Write("first");
        _project.Files.Commit("Start");
        await Release();
        Write("second");
        _project.Files.Commit("::error::forged", author: "::error::forged @forged \u001b[31m");
    }

    public async Task DisposeAsync() => await _project.DisposeAsync();

    private static SmokeProject Project() => new();

    [Fact]
    public async Task Commands_over_hostile_definitions_print_nothing_that_anybody_acts_on()
    {
        await Release();
        await Terminal("validate");
        foreach (var stack in new[] { "dev", "prod" })
        {
            await Terminal("plan", stack);
            await Terminal("plan", stack, "--against", "HEAD~1");
            await Page("plan", stack, "--format", "markdown");
            await Page("plan", stack, "--against", "HEAD~1", "--format", "markdown");
            await Terminal("cost", stack);
            await Page("cost", stack, "--format", "markdown");
        }

        await Page("plan", "--all", "--against", "HEAD~1", "--format", "markdown");
        await Terminal("models");
        await Terminal("graph", "asking");
        await Terminal("graph", "asking", "--against", "HEAD~1");
        await Terminal("promote", "--all", "--stack", "prod");
        _project.Files.Commit("Promote", author: "::error::forged @forged \u001b[31m");
        await Page("plan", "--all", "--against", "HEAD~1", "--format", "markdown");
        await Terminal("plan", "prod", "--against", "HEAD~1");
        await Terminal("history", "greeting");
        await Terminal("rollback", "greeting", "--stack", "prod");

        _broken.Should().BeEmpty();
        _ends.Should().OnlyContain(exit => exit == ExitCode.Success);
    }

    [Theory]
    [InlineData("a\n::error file=README.md::forged")]
    [InlineData("##[error]forged")]
    [InlineData("\u001b[2Jforged\r::error::forged")]
    [InlineData("\u202eforged @forged <b>`forged`")]
    public async Task Hostile_file_names_are_spelt_too(string name)
    {
        _project.Files.Write($"prompts/{name}.yaml", $"forged: \"{Line}\"\n");
        _project.Files.Write($"prompts/partials/{name}.md", "{{> forged}}");
        _project.Files.Write($"Pulumi.{name}.yaml", "forged\n");

        await Terminal("validate");
        await Terminal("plan", "dev");
        await Page("plan", "--all", "--against", "HEAD~1", "--format", "markdown");
        await Terminal("release", name);
        await Terminal("plan", name);
        await LinkingTerminal("validate");
        await LinkingTerminal("plan", "dev");

        _broken.Should().BeEmpty();
    }

    [Theory]
    [InlineData("true")]
    [InlineData(null)]
    public async Task Reports_of_hostile_answers_are_texts_and_nothing_else(string? isGitHub)
    {
        await _project.Deploy();
        string[] files = ["r.md", "r.junit.xml", "r.json"];

        var run = await _project.Smoke(
            options => options with { Outputs = [.. files.Select(file => Path.Combine(_project.Files.Path, file))] },
            host => host with { Variable = name => name is "GITHUB_ACTIONS" ? isGitHub : null });

        run.Exit.Should().Be(ExitCode.Problems, run.Error);
        CheckTerminal("smoke", run.Output + run.Error);
        CheckPage("smoke", _project.Files.Read("r.md"));
        XDocument.Parse(_project.Files.Read("r.junit.xml")).Descendants("failure").Should().NotBeEmpty();
        _broken.Should().BeEmpty();
    }

    private void Write(string word)
    {
        _project.Files.Write("prompts/greeting.yaml", $$$"""
            description: "{{{word}}} {{{Line.Replace("\"", "", StringComparison.Ordinal)}}}"
            owner: "::error::forged @forged"
            model: amazon.nova-lite-v1:0
            inference: { maxTokens: 100 }
            text: |
              {{{word}}}: greet {{customer_name}}.
              ::error file=README.md::forged {{{word}}}
                ::warning::forged {{{word}}}
              ##[error]forged {{{word}}}
              @forged ![forged](http://forged.example/x) <img src=forged> {{{word}}}
              </pre><script>forged</script> `` ` | forged {{{word}}}
            variables:
              customer_name: { description: "{{{Line}}}", example: Ada }
            metadata: { note: "::error::forged @forged {{{word}}}" }
            tests:
              - name: "{{{Line}}}"
                expect: [{ contains: "forged" }]
                sample: "::error::forged\n##[error]forged\r\nforged @forged"
              - name: fails
                expect: [{ contains: "##[error]forged and <b>forged</b>" }]

            """);
        _project.Files.Write("prompts/asking.yaml", $$"""
            kind: flow
            description: "{{word}} {{Line}}"
            nodes:
              Message: { type: Input, output: String }
              Topic:
                type: Condition
                conditions: { match: 'name == "::error::forged <b>@forged {{word}}"' }
                inputs: { name: Message.document }
              Reply: { type: Prompt, prompt: greeting, when: Topic.match, inputs: { customer_name: Message.document } }
              Answer: { type: Output, inputs: { document: Reply.modelCompletion } }
              Other: { type: Output, when: Topic.default, inputs: { document: Message.document } }

            """);
    }

    private async Task Release()
    {
        await Terminal("release", "greeting", "--note", $"{Line}\n::error::forged\n##[error]forged");
        await Terminal("release", "asking", "--note", Line);
    }

    private async Task Terminal(params string[] args)
    {
        var run = await PromptsConsole.Run(_project.Files.Path, args);
        _ends.Add(run.Exit);
        CheckTerminal($"{string.Join(' ', args)} ({run.Exit})", $"{run.Output}\n{run.Error}");
    }

    /// <summary>Where places are links: nothing leaves a link, and its address is all plain characters.</summary>
    private async Task LinkingTerminal(params string[] args)
    {
        var run = await PromptsConsole.Run(
            _project.Files.Path,
            host => host with
            {
                IsErrorTerminal = true,
                Variable = name => name is "FORCE_HYPERLINK" ? "1" : null,
            },
            args);
        Link().Count(run.Error).Should().BePositive();
        var rest = Colour().Replace(Link().Replace(run.Error, "$1"), "");
        CheckTerminal($"{string.Join(' ', args)} ({run.Exit})", rest);
    }

    private async Task Page(params string[] args)
    {
        var run = await PromptsConsole.Run(_project.Files.Path, args);
        _ends.Add(run.Exit);
        var command = $"{string.Join(' ', args)} ({run.Exit})";
        CheckTerminal(command, run.Error);
        CheckPage(command, run.Output);
    }

    private void CheckTerminal(string command, string text) => _broken.AddRange(
        from line in text.Split('\n')
        where line.EnumerateRunes().Any(IsControl) || line.Contains("##[", StringComparison.Ordinal)
            || (line.AsSpan().TrimStart().StartsWith("::") && !OurAnnotation().IsMatch(line))
        select $"{command}: {line}");

    /// <summary>The word occurs in code and preformatted text only, and tags occur in neither.</summary>
    private void CheckPage(string command, string text)
    {
        CheckTerminal(command, text);
        var inside = Preformatted().Matches(text).Select(match => Marks().Replace(match.Groups[1].Value, ""));
        var diagrams = Diagram().Matches(text).Select(match => match.Value);
        var rest = Code().Replace(Diagram().Replace(Preformatted().Replace(text, ""), ""), "");
        _broken.AddRange(
            from line in rest.Split('\n')
            where line.Contains("forged", StringComparison.Ordinal)
            select $"{command}, outside of code: {line}");
        _broken.AddRange(inside.Where(part => part.Contains('<', StringComparison.Ordinal))
            .Select(part => $"{command}, preformatted: {part}"));
        _broken.AddRange(diagrams.Where(part => part.Contains("<b>", StringComparison.Ordinal))
            .Select(part => $"{command}, diagram: {part}"));
    }

    private static bool IsControl(Rune rune) => rune.Value is not 0x200D
        && Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Format;

    [GeneratedRegex(@"^::(error|warning) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::")]
    private static partial Regex OurAnnotation();

    [GeneratedRegex(@"\e\]8;;file://[\w.%/~:-]+\e\\([^\e\n]*)\e\]8;;\e\\", RegexOptions.ECMAScript)]
    private static partial Regex Link();

    [GeneratedRegex(@"\e\[[\d;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex("<pre>(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Preformatted();

    [GeneratedRegex("</?(del|ins)>")]
    private static partial Regex Marks();

    [GeneratedRegex("```mermaid\n.*?\n```", RegexOptions.Singleline)]
    private static partial Regex Diagram();

    [GeneratedRegex("(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)")]
    private static partial Regex Code();
}
