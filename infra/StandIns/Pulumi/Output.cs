using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A value that may arrive later, or stay unknown during a preview.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<Known<T>> data)
    {
        Data = data;
        Deployment.Current?.Track(data);
    }

    internal Task<Known<T>> Data { get; }

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        return new Output<TResult>(Next());

        async Task<Known<TResult>> Next()
        {
            var data = await Data.ConfigureAwait(false);
            return data.IsKnown && func(data.Value) is { } next
                ? await next.Data.ConfigureAwait(false)
                : new Known<TResult>(default!, data.IsKnown);
        }
    }

    async Task<Known<object?>> IOutput.DataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return new Known<object?>(data.Value, data.IsKnown);
    }
}

/// <summary>Makes and combines outputs.</summary>
public static class Output
{
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    public static Output<T> Create<T>(Task<T> value)
    {
        return new Output<T>(Data());

        async Task<Known<T>> Data() => new(await value.ConfigureAwait(false), true);
    }

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        All(outputs.Select(output => (Input<T>)output));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
    {
        return new Output<ImmutableArray<T>>(Data());

        async Task<Known<ImmutableArray<T>>> Data()
        {
            var data = await Task.WhenAll(inputs.Select(input => ((Output<T>)input).Data)).ConfigureAwait(false);
            return new Known<ImmutableArray<T>>([.. data.Select(item => item.Value)], data.All(item => item.IsKnown));
        }
    }
}

/// <summary>An input: a value, or another resource's output.</summary>
public class Input<T>
{
    private readonly Output<T> _output;

    private protected Input(Output<T> output) => _output = output;

    public static implicit operator Input<T>(T value) => Output.Create(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input._output;
}

/// <summary>A list of inputs, each of which may be an output.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>
{
    public InputList() : base(Output.Create(ImmutableArray<T>.Empty))
    {
    }

    private InputList(IEnumerable<Input<T>> inputs) : base(Output.All(inputs))
    {
    }

    public static implicit operator InputList<T>(T[] values) => new(values.Select(value => (Input<T>)value));
}

internal interface IOutput
{
    Task<Known<object?>> DataAsync();
}

internal sealed record Known<T>(T Value, bool IsKnown);
