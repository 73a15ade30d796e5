using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IntroBot.Tests.Layout;

/// <summary>What every room of the bot refers to, read from its compiled code: signatures, bodies, lambdas and attributes alike.</summary>
internal static class Rooms
{
    private const string Root = "IntroBot";

    /// <summary>Pairs of a type of ours and a type it uses, by full name; nested types count as the type around them.</summary>
    public static IReadOnlySet<(string From, string To)> Uses { get; } = Read();

    /// <summary>
    /// The first folder of a type: <c>Intros</c> for <c>IntroBot.Intros.Offer</c>, nothing for the root and for generated code.
    /// </summary>
    public static string Of(string type) => type.Split('.') is [Root, var room, _, ..] ? room : "";

    private static HashSet<(string, string)> Read()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(IntroBotSetup).Assembly.Location);
        return
        [
            .. from type in assembly.MainModule.GetTypes()
               let outer = Outer(type)
               where outer.Namespace.StartsWith(Root, StringComparison.Ordinal)
               from used in Used(type).SelectMany(Parts)
               let target = Outer(used).FullName
               where target != outer.FullName
               select (outer.FullName, target),
        ];
    }

    private static IEnumerable<TypeReference?> Used(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(each => each.InterfaceType),
        .. type.CustomAttributes.Select(each => each.AttributeType),
        .. type.GenericParameters.SelectMany(each => each.Constraints).Select(each => each.ConstraintType),
        .. type.Fields.Select(each => each.FieldType),
        .. type.Properties.Select(each => each.PropertyType),
        .. type.Methods.SelectMany(Used),
    ];

    private static IEnumerable<TypeReference?> Used(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(each => each.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(each => each.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Used) : [],
    ];

    private static IEnumerable<TypeReference?> Used(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method =>
            [method.DeclaringType, method.ReturnType, .. method.GenericArguments, .. method.Parameters.Select(each => each.ParameterType)],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(each => each.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static TypeReference Outer(TypeReference type) => type.DeclaringType is null ? type : Outer(type.DeclaringType);
}
