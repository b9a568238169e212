using FluentAssertions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>What a call costs, in the words of the plan.</summary>
public sealed class CallCostTests
{
    private const string Nova = "model: amazon.nova-lite-v1:0";

    [Theory]
    [InlineData("0", "$0")]
    [InlineData("100", "$100")]
    [InlineData("1234.5", "$1,235")]
    [InlineData("99.99", "$99.99")]
    [InlineData("1", "$1.00")]
    [InlineData("1.005", "$1.01")]
    [InlineData("0.999", "$0.999")]
    [InlineData("0.5", "$0.5")]
    [InlineData("0.12345", "$0.123")]
    [InlineData("0.1", "$0.1")]
    [InlineData("0.01", "$0.01")]
    [InlineData("0.0123456", "$0.0123")]
    [InlineData("0.000012345", "$0.0000123")]
    [InlineData("0.00000000000000012345", "$0")]
    public void An_amount_has_the_digits_that_tell_it_from_others(string dollars, string said) =>
        CallCost.Spell(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(said);

    [Fact]
    public void A_cost_that_is_not_known_says_of_whom()
    {
        Of("model: acme.new-model-v1:0\ntext: Hello").ToString()
            .Should().Be("unknown (no price of acme.new-model-v1:0 is known)");
        Of("agent: arn:aws:bedrock:us-east-1:123456789012:agent-alias/ABCDEFGHIJ/KLMNOPQRST\ntext: Hello").ToString()
            .Should().Be("unknown (no price of an agent is known)");
    }

    [Fact]
    public void Without_a_limit_the_answer_may_cost_anything()
    {
        var cost = Of($"{Nova}\ntext: Hello");

        cost.Most.Should().BeNull();
        cost.ToString().Should().EndWith(
            " to unbounded (no maxTokens: each call reserves 10,000 tokens of the quota)");
        Of("model: arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghijkl\ntext: Hello").Reserved
            .Should().BeNull();
    }

    [Fact]
    public void A_limit_bounds_the_answer()
    {
        var cost = Of($"{Nova}\ninference: {{ maxTokens: 100 }}\ntext: Hello");

        cost.Most.Should().Be(CallCost.Calls * cost.Price!.Of(new(cost.Input.Most, 100)));
        cost.Least.Should().Be(CallCost.Calls * cost.Price!.Of(new(cost.Input.Least, 0)));
        cost.ToString().Should().Be($"{CallCost.Spell(cost.Least!.Value)} to {CallCost.Spell(cost.Most!.Value)}");
    }

    [Fact]
    public void Variables_count_with_their_examples_and_tools_with_their_schemas()
    {
        var plain = Of($"{Nova}\ntext: 'Say {{{{what}}}}'\nvariables: {{ what: What to say }}").Input;

        Of($"{Nova}\ntext: 'Say '").Input.Should().Be(plain);
        Of($"{Nova}\ntext: 'Say {{{{what}}}}'\nvariables: {{ what: {{ description: d, example: a b c d e f g h }} }}")
            .Input.Should().Be(Of($"{Nova}\ntext: 'Say a b c d e f g h'").Input);
        const string Chat = $"{Nova}\nmessages: [{{ user: Hello }}]\n";
        const string Tools = "tools: [{ name: look_up, description: Looks up, inputSchema: { type: object } }]\n";
        Of(Chat + Tools).Input.Most.Should().BeGreaterThan(Of(Chat).Input.Most + 5);
    }

    private static CallCost Of(string prompt)
    {
        var project = Project.Read(new MemoryTree(("prompts/hello.yaml", $"description: Says hello\n{prompt}\n")));
        project.Diagnostics.Where(problem => problem.Severity is Severity.Error).Should().BeEmpty();
        return CallCost.Of((Prompt)project.Value!.Catalog.Definitions["hello"], ModelCatalog.Known);
    }
}
