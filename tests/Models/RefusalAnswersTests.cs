using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Models;

public sealed class RefusalAnswersTests
{
    [Fact]
    public void Every_error_that_a_parameter_names_is_there()
    {
        var named = ModelCatalog.Known.Models.SelectMany(model => new[]
        {
            model.Parameters.Temperature, model.Parameters.TopP, model.Parameters.TopK,
            model.Parameters.StopSequences, model.Parameters.System, model.Parameters.Prefill,
        }).Select(parameter => parameter?.Error).OfType<string>().Distinct();

        named.Should().BeSubsetOf(ModelErrors.Names);
        ModelErrors.Names.Should().HaveCount(16);
    }
}
