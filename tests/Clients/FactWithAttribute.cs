using Xunit;

namespace Infra.Tests.Clients;

/// <summary>A fact about a client in another language: skipped, with the reason, without its runtime.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(Runtime runtime)
    {
        Runtime = runtime;
        Skip = runtime.Missing();
    }

    public Runtime Runtime { get; }
}
