# The loops of bench/workload/src/lib.rs in Elixir. Prints one line for each:
# its name, its result, and the microseconds of the median of SAMPLES runs.
#
#   elixir bench/workload.exs SAMPLES SUM_SIZE FIGURES_SIZE

# A module is compiled, so the loops run as machine code; only the lines at the
# end are evaluated.
defmodule Workload do
  def sum(n), do: sum(1, n, 0.0)
  defp sum(i, n, total) when i > n, do: total
  defp sum(i, n, total), do: sum(i + 1, n, total + :math.sqrt(i) * :math.sin(i))

  def figures(n), do: figures(0, n, 0.0)
  defp figures(i, n, total) when i == n, do: total

  defp figures(i, n, total) do
    sex = if rem(i, 2) == 0, do: :male, else: :female
    {:ok, found} = metrics(50.0 + rem(i, 50), (160 + rem(i, 32)) / 100, 20 + rem(i, 60), sex)
    one = found.bmi + found.bmr + found.ideal_weight + found.body_fat + found.daily_calories
    figures(i + 1, n, total + one)
  end

  # The same formulas as the definition `health-metrics`. Inputs were checked before;
  # what a formula refuses is refused here too.
  defp metrics(weight, height, age, sex) do
    bmi = weight / (height * height)
    centimetres = height * 100
    factor = default_factor(age)
    {bmr, ideal_weight, male} = by_sex(sex, weight, centimetres, age)
    body_fat = 1.2 * bmi + 0.23 * age - 10.8 * male - 5.4

    if bmr >= 100.0 and bmr <= 10000.0 and body_fat > 0.0 and body_fat < 100.0 do
      {:ok,
       %{
         bmi: bmi,
         bmr: bmr,
         ideal_weight: ideal_weight,
         body_fat: body_fat,
         daily_calories: bmr * factor,
         activity: factor
       }}
    else
      {:error, :implausible}
    end
  end

  defp by_sex(:male, weight, centimetres, age) do
    {88.362 + 13.397 * weight + 4.799 * centimetres - 5.677 * age,
     centimetres - 100 - (centimetres - 150) / 4.0, 1.0}
  end

  defp by_sex(:female, weight, centimetres, age) do
    {447.593 + 9.247 * weight + 3.098 * centimetres - 4.330 * age,
     centimetres - 100 - (centimetres - 150) / 2.5, 0.0}
  end

  defp default_factor(age) when age <= 25, do: 1.8
  defp default_factor(age) when age <= 35, do: 1.6
  defp default_factor(age) when age <= 50, do: 1.4
  defp default_factor(_), do: 1.2

  def median(loop, size, samples) do
    # Warm: the code is loaded and the processor is awake.
    for _ <- 1..div(samples, 5), do: loop.(size)
    times = for _ <- 1..samples, do: elem(:timer.tc(loop, [size]), 0)
    Enum.at(Enum.sort(times), div(samples, 2))
  end
end

[samples, sum_size, figures_size] = Enum.map(System.argv(), &String.to_integer/1)

for {name, loop, size} <- [
      {"sum", &Workload.sum/1, sum_size},
      {"figures", &Workload.figures/1, figures_size}
    ] do
  IO.puts("#{name} #{loop.(size)} #{Workload.median(loop, size, samples)}")
end
