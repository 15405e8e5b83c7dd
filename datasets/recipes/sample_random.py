"""Random numbers that are the same in every version of Python.

The random module promises that for random() alone; the rest is built on it here.
"""
import math
import random


class Random:
    def __init__(self, seed):
        self.unit = random.Random(seed).random  # in [0, 1)

    def below(self, n):
        return int(self.unit() * n)

    def choice(self, items):
        return items[self.below(len(items))]

    def weighted(self, items, weights):
        left = self.unit() * sum(weights)
        for item, weight in zip(items, weights):
            left -= weight
            if left < 0:
                return item
        return items[-1]

    def normal(self):
        """Box and Muller 1958."""
        return math.sqrt(-2 * math.log(1 - self.unit())) * math.cos(2 * math.pi * self.unit())

    def exponential(self):
        return -math.log(1 - self.unit())

    def poisson(self, mean):
        """Knuth's product of uniforms; fine for the small means here."""
        count, product = 0, self.unit()
        while product > math.exp(-mean):
            count, product = count + 1, product * self.unit()
        return count
