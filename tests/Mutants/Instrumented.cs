using System.Reflection;
using System.Runtime.Loader;

namespace Infra.Mutants;

/// <summary>The product with Stryker's mutants compiled in: one of them at a time is active, or none.</summary>
internal sealed class Instrumented
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public;

    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _covered;
    private readonly MethodInfo _forget;

    private Instrumented(Type control)
    {
        _active = control.GetField("ActiveMutant", Static)!;
        _capture = control.GetField("CaptureCoverage", Static)!;
        _covered = control.GetMethod("GetCoverageData", Static)!;
        _forget = control.GetMethod("ResetCoverage", Static)!;
    }

    /// <summary>The mutant that is active; -1 for none.</summary>
    public int Active
    {
        set => _active.SetValue(null, value);
    }

    /// <summary>Loads an assembly from the folder of the tests, and all that it needs.</summary>
    public static Instrumented Load(string folder, string assembly)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        return new(Assembly.Load(assembly).GetTypes().Single(type => type.Name is "MutantControl")) { Active = -1 };
    }

    /// <summary>Whether it notes the mutants that are reached.</summary>
    public void Capture(bool isOn) => _capture.SetValue(null, isOn);

    /// <summary>The mutants that were reached since this was last asked.</summary>
    public int[] Reached()
    {
        var reached = (IList<int>[])_covered.Invoke(null, null)!;
        _forget.Invoke(null, null);
        return [.. reached.SelectMany(mutants => mutants).Distinct()];
    }
}
