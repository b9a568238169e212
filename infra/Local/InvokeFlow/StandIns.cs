using Infra.Local.Converse;

namespace Infra.Local.InvokeFlow;

/// <summary>What takes the place of everything that a flow calls.</summary>
/// <param name="Answers">Of models.</param>
/// <param name="Stubs">Of other services.</param>
/// <param name="Gate">What models refuse.</param>
internal sealed record StandIns(Answers Answers, Stubs Stubs, ModelGate Gate);
