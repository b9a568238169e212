using System.Net;
using FluentAssertions;
using Infra.Cli.Explaining;
using Infra.Spelling;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>Places are links to their files where a terminal is known to open them, and plain text elsewhere.</summary>
public sealed class PlaceLinksTests
{
    private const string Broken = "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\ntext: Hi {{nmae}}\n";

    [Theory]
    [InlineData("VTE_VERSION", "7600", true)]
    [InlineData("VTE_VERSION", "4999", false)]
    [InlineData("VTE_VERSION", "new", false)]
    [InlineData("TERM_PROGRAM", "WezTerm", true)]
    [InlineData("TERM_PROGRAM", "vscode", true)]
    [InlineData("TERM_PROGRAM", "Apple_Terminal", false)]
    [InlineData("WT_SESSION", "0a1b", true)]
    [InlineData("KITTY_WINDOW_ID", "1", true)]
    [InlineData("KITTY_WINDOW_ID", "", false)]
    [InlineData("FORCE_HYPERLINK", "1", true)]
    [InlineData("FORCE_HYPERLINK", "0", false)]
    [InlineData("COLORTERM", "truecolor", false)]
    public void Terminals_that_open_links_are_known_by_their_variables(string name, string value, bool areKnown) =>
        PlaceLinks.AreKnown(asked => asked == name ? value : null).Should().Be(areKnown);

    [Fact]
    public void What_a_user_forces_counts_more_than_what_is_known_of_a_terminal() =>
        PlaceLinks.AreKnown(name => name is "FORCE_HYPERLINK" ? "0" : "1").Should().BeFalse();

    [Theory]
    [InlineData("/shop/prompts/a.yaml", "/shop/prompts/a.yaml")]
    [InlineData("C:/shop/a.yaml", "/C:/shop/a.yaml")]
    [InlineData("/a b/é\e\\\a#[%].yaml", "/a%20b/%C3%A9%1B%5C%07%23%5B%25%5D.yaml")]
    public void An_address_has_no_character_that_ends_it(string path, string address) =>
        TerminalText.Link("my host", path, "a").Should().Be($"\e]8;;file://my%20host{address}\e\\a\e]8;;\e\\");

    [Fact]
    public async Task A_problem_leads_to_its_file_from_wherever_the_command_is_called()
    {
        using var project = Project();

        var said = await Error(project.File("my shop/prompts"), ["plan", "dev"]);

        said.Should().StartWith($"{Link(project, "prompts/greeting.yaml(3,10)")}: error PRM012: ");
    }

    [Fact]
    public async Task The_heading_and_the_place_below_it_lead_to_the_file()
    {
        using var project = Project();

        var said = await Error(project.File("my shop"), ["validate"]);

        said.Should().StartWith(
            $"\e[1m{Link(project, "prompts/greeting.yaml")}\e[0m\n"
            + $"  {Link(project, "3:10")} \e[1;31merror PRM012\e[0m: ");
    }

    [Theory]
    [InlineData(false, "FORCE_HYPERLINK=1")]
    [InlineData(true, "FORCE_HYPERLINK=1", "NO_COLOR=1")]
    [InlineData(true, "FORCE_HYPERLINK=1", "TERM=dumb")]
    [InlineData(true)]
    public async Task Elsewhere_a_place_is_plain_text(bool isTerminal, params string[] variables)
    {
        using var project = Project();

        foreach (var command in (string[][])[["validate"], ["plan", "dev"]])
        {
            (await Error(project.File("my shop"), command, isTerminal, variables)).Should().NotContain("\e]");
        }
    }

    private static TemporaryFolder Project()
    {
        var project = new TemporaryFolder();
        project.Write("my shop/Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        project.Write("my shop/Pulumi.dev.yaml", "config: { aws:region: us-east-1, bedrock-prompts:default: draft }\n");
        project.Write("my shop/prompts/greeting.yaml", Broken);
        return project;
    }

    private static string Link(TemporaryFolder project, string shown) =>
        TerminalText.Link(Dns.GetHostName(), project.File("my shop/prompts/greeting.yaml"), shown);

    private static async Task<string> Error(
        string folder, string[] command, bool isTerminal = true, string[]? variables = null)
    {
        var run = await PromptsConsole.Run(
            folder,
            host => host with
            {
                IsErrorTerminal = isTerminal,
                Variable = name => (variables ?? ["VTE_VERSION=7600"])
                    .Where(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))
                    .Select(variable => variable[(name.Length + 1)..])
                    .FirstOrDefault(),
            },
            command);
        return run.Error;
    }
}
