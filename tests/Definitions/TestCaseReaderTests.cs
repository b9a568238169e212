using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions;

public sealed class TestCaseReaderTests
{
    [Fact]
    public void Defaults_are_added_to_every_case_and_a_case_wins()
    {
        var (cases, messages) = Read("""
            testDefaults:
              given: { a: default, b: default }
              expect: [no-secrets]
              tags: [nightly]
              timeout: 10s
              repeat: 5
              pass: 4 of 5
            tests:
              - name: own
                given: { a: mine }
                expect: [{ contains: x }]
                tags: [fast]
                timeout: 1s
              - name: once
                repeat: 1
            """);

        messages.Should().BeEmpty();
        cases[0].Given.Select(given => $"{given.Name.Value}={given.Value.Text()!.Value}").Should()
            .Equal("a=mine", "b=default");
        cases[0].Expect.Should().HaveCount(2);
        cases[0].Tags.Select(tag => tag.Value).Should().Equal("fast", "nightly");
        (cases[0].Timeout!.Value, cases[0].Pass!.Value).Should().Be(("1s", "4 of 5"));
        (cases[1].Repeat!.Value, cases[1].Pass).Should().Be((1, (Located<string>?)null));
    }

    [Theory]
    [InlineData("{ icontain: x }", "PRM008", "Did you mean 'icontains'?")]
    [InlineData("{ type: contains, value: x }", "PRM008", "Known: equals, contains, icontains,")]
    [InlineData("{ contains: [x] }", "PRM009", "'contains' should be a text")]
    [InlineData("{ all-of: [{ contain: x }] }", "PRM008", "Did you mean 'contains'?")]
    [InlineData("is-jason", "PRM009", "one of is-json")]
    [InlineData("{ similarity: { to: x } }", "PRM010", "'similarity' needs 'threshold'")]
    public void An_item_that_is_no_expectation_is_reported(string item, string code, string message)
    {
        var (_, messages) = Read($"tests: [{{ name: a, expect: [{item}] }}]");

        messages.Should().OnlyContain(text => text.Contains(code, StringComparison.Ordinal))
            .And.Contain(text => text.Contains(message, StringComparison.Ordinal));
    }

    private static (TestCase[] Cases, string[] Messages) Read(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", $"text: t\n{yaml}\n")));
        return ([.. catalog!.Prompts.Single().Tests], [.. diagnostics.Select(diagnostic => diagnostic.ToString())]);
    }
}
