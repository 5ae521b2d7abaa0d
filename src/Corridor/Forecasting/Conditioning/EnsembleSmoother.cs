namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// Ensemble smoother with multiple data assimilation (A. A. Emerick and A. C. Reynolds, "Ensemble smoother with multiple data assimilation", Computers and
/// Geosciences 55, 2013): the same data are used several times, each time with their error variance inflated, so that a model that is not linear is
/// approached in small steps. Exact for linear models and normal priors as the ensemble grows.
/// </summary>
internal static class EnsembleSmoother
{
    /// <summary>Conditions an ensemble in place.</summary>
    /// <param name="parameters">One vector for each member: draws from the prior, which become draws from the posterior.</param>
    /// <param name="simulate">Runs all members and gives what each would have reported.</param>
    /// <param name="data">What was reported.</param>
    /// <param name="deviation">For each member, the standard deviation of the error of each datum as the member believes it; more than 0.</param>
    /// <param name="steps">Number of assimilations, each with the error variance times this number.</param>
    /// <param name="normal">Gives a standard normal number for a step, member and datum: the perturbation of the data.</param>
    /// <param name="first">Position of the first parameter that these data tell of; those before it stay.</param>
    public static void Condition(
        double[][] parameters, Func<double[][], double[][]> simulate, double[] data, double[][] deviation,
        int steps, Func<int, int, int, double> normal, int first = 0)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(simulate);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(deviation);
        ArgumentNullException.ThrowIfNull(normal);
        for (var step = 0; step < steps; step++)
        {
            var simulated = simulate(parameters);
            var (members, size) = (parameters.Length, data.Length);
            var residual = Anomalies(simulated, size);
            var spread = Anomalies(parameters, parameters[0].Length);
            var covariance = new double[size, size];
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    for (var m = 0; m < members; m++) covariance[i, j] += residual[m][i] * residual[m][j] / (members - 1);
            var (with, factor, innovation) = (new double[size, size], new double[size, size], new double[size]);
            var moves = new double[members][];
            for (var m = 0; m < members; m++)
            {
                Array.Copy(covariance, with, covariance.Length);
                for (var i = 0; i < size; i++)
                {
                    with[i, i] += steps * deviation[m][i] * deviation[m][i];
                    innovation[i] = data[i] + Math.Sqrt(steps) * deviation[m][i] * normal(step, m, i) - simulated[m][i];
                }
                Cholesky(with, factor, size);
                moves[m] = Solve(factor, innovation, size);
            }
            // The covariance of a parameter with the data, times the innovation that the data's own covariance has taken the measure of.
            var gain = new double[size];
            for (var p = first; p < parameters[0].Length; p++)
            {
                Array.Clear(gain);
                for (var other = 0; other < members; other++)
                    for (var i = 0; i < size; i++) gain[i] += spread[other][p] * residual[other][i] / (members - 1);
                for (var m = 0; m < members; m++)
                    for (var i = 0; i < size; i++) parameters[m][p] += gain[i] * moves[m][i];
            }
        }
    }

    private static double[][] Anomalies(double[][] members, int size)
    {
        var mean = new double[size];
        foreach (var member in members)
            for (var i = 0; i < size; i++) mean[i] += member[i] / members.Length;
        return [.. members.Select(member => Enumerable.Range(0, size).Select(i => member[i] - mean[i]).ToArray())];
    }

    private static void Cholesky(double[,] matrix, double[,] lower, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }
    }

    private static double[] Solve(double[,] lower, double[] right, int size)
    {
        var x = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= lower[i, k] * x[k];
            x[i] /= lower[i, i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) x[i] -= lower[k, i] * x[k];
            x[i] /= lower[i, i];
        }
        return x;
    }
}
