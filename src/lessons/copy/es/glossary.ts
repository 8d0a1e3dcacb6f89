import type { GlossaryCopy } from '../../glossary.ts';

/** What the pages' words and signs mean, in Spanish. */
export const glossary: GlossaryCopy = {
  state: {
    name: 'estado',
    text: 'Dónde está quien aprende. El estado cuya actualización se muestra abajo lleva un anillo en todos los mapas. Sigue al que más se movió, hasta que fijes otro: apunta o toca una casilla; un clic o Intro la fija.',
  },
  action: {
    name: 'acción',
    text: 'Lo que se puede hacer en un estado. En un mapa, los cuatro triángulos de una casilla son cuatro movimientos.',
  },
  policy: {
    name: 'política π',
    text: 'π, lo probable que es cada acción en cada estado. Una actualización hace una política nueva de una antigua.',
  },
  map: {
    name: 'mapa',
    text: 'Una casilla es un estado; sus cuatro triángulos son los cuatro movimientos, más claro el más probable. Un borde blanco marca el más probable, dos un empate. El anillo es el estado cuya actualización se muestra abajo.',
  },
  reward: { name: 'recompensa', text: 'Lo que paga un paso. Por el acantilado −100, cualquier otro paso −1.' },
  best: {
    name: 'retorno, y distancia al mejor',
    text: 'El retorno descontado esperado de esta política, y cuánto más tiene la mejor posible.',
  },
  gap: {
    name: 'distancia al mejor',
    text: 'Lo que aún falta hasta el retorno de la mejor política. En 0 no queda nada que aprender.',
  },
  value: {
    name: 'valor V',
    text: 'V: el retorno esperado desde cada estado con esta política. Los colores van del valor más bajo de la política uniforme al más alto de la mejor, igual en todas las columnas.',
  },
  discount: {
    name: 'descuento γ',
    text: 'γ: lo que vale una recompensa un paso después. Cuanto menor, más corta la vista.',
  },
  advantage: {
    name: 'ventaja A',
    text: 'A: cuánto mejor es una acción que lo que la política hace allí en promedio. Es lo que tira de la probabilidad.',
  },
  update: {
    name: 'actualización',
    text: 'Una actualización hace una política nueva de la antigua, en todos los estados a la vez. La línea de tiempo las guarda todas; ▲ marca un ajuste que se cambió por el camino.',
  },
  change: {
    name: 'último cambio Δπ',
    text: 'Δπ, lo que cambió la última actualización. Naranja: más probable que antes; azul: menos; en escala de raíz cuadrada, para que se vean los cambios pequeños. La barra al pie de una casilla: la parte del radio δ que usó su estado; una muesca: más de δ.',
  },
  flow: {
    name: 'flujo',
    text: 'A la izquierda la política antigua, a la derecha la nueva; una cinta es la probabilidad que pasó de una acción a otra, tan ancha como grande. Donde una regla no nombra tal plan, se deriva: la forma más barata de llegar, rayada.',
  },
  plan: {
    name: 'plan',
    text: 'Quién recibe la probabilidad de quién: todas las cintas de un estado. Sus filas y columnas suman la política nueva y la antigua.',
  },
  step: {
    name: 'paso',
    text: 'Hasta dónde puede llegar una actualización: igual: cada regla mueve la misma parte de probabilidad, la comparación justa; radio propio: cada una respeta δ en su propia medida; precio a mano: tú pones β.',
  },
  movement: {
    name: 'movimiento τ',
    text: 'τ, la parte de probabilidad que mueve una actualización: la mitad de la suma de todos los cambios, en promedio sobre los estados visitados. En 1 se ha movido todo.',
  },
  region: {
    name: 'región de confianza',
    text: 'Todas las políticas de tres acciones son un triángulo. El área es la región de confianza, lo que la actualización puede alcanzar; la línea es donde cae con cada precio de ∞ a 0; el punto, donde cayó.',
  },
  radius: {
    name: 'radio δ',
    text: 'δ, hasta dónde puede llegar una actualización en la medida de su regla. La misma δ no es el mismo paso en dos medidas.',
  },
  price: {
    name: 'precio β',
    text: 'β, el precio de mover. Un precio grande es una actualización prudente, uno pequeño una voraz. En «auto» se calcula en cada actualización; agarra el control y es tuyo desde entonces.',
  },
  beta: {
    name: 'β por unidad',
    text: 'β, el precio de mover una unidad de probabilidad una unidad de distancia. Un movimiento compensa donde su ganancia supera su precio.',
  },
  auto: {
    name: 'auto',
    text: 'El precio vuelve a seguir su regla: se calcula para que la actualización llegue hasta donde puede.',
  },
  dual: {
    name: 'dual',
    text: 'Una curva sobre el precio. Donde es mínima está el precio con el que la actualización gasta exactamente su radio.',
  },
  kl: {
    name: 'KL',
    text: 'Kullback–Leibler: cada acción se multiplica por su propio factor e^{A/β}. No sabe lo lejos que están las acciones.',
  },
  wasserstein: {
    name: 'Wasserstein',
    text: 'La probabilidad se lleva de acción en acción donde la ganancia supera el precio del camino: toda, o nada.',
  },
  sinkhorn: {
    name: 'Sinkhorn',
    text: 'Como Wasserstein, pero difuminado: lo que se lleva se reparte entre todas las acciones, más cuanto menor es λ.',
  },
  lambda: { name: 'λ', text: 'λ: cuanto mayor, menos difumina Sinkhorn; en ∞ es Wasserstein.' },
  blur: { name: 'difuminado', text: 'Lo que Sinkhorn mueve además de lo que compensa. Aquí λ es grande, y no lo hay.' },
  cost: {
    name: 'coste de un movimiento M',
    text: 'M: cuánto cuesta mover probabilidad de una acción (fila) a otra (columna). KL no la usa.',
  },
  deadzone: {
    name: 'zona muerta',
    text: 'Las ganancias demasiado pequeñas para pagar el movimiento: con precio fijo nunca se toman.',
  },
  tie: {
    name: 'empate θ',
    text: 'Con un precio, un movimiento da exactamente lo que cuesta. Entonces θ, entre 0 y 1, dice cuánto de él se hace, para cumplir el radio.',
  },
  greedy: { name: 'voraz', text: 'Una actualización con precio 0: todo va a la mejor acción.' },
  schedule: {
    name: 'precio que baja',
    text: 'Un precio que baja en cada actualización, como β/(k+1). La zona muerta se cierra y se alcanza la mejor política.',
  },
  numbers: {
    name: 'números',
    text: 'El plan como tabla: las filas son acciones antiguas, las columnas nuevas; la diagonal se quedó. · es exactamente nada, .00 es menos de .005.',
  },
  exact: {
    name: 'exacto',
    text: 'Las ventajas dicen cuánto mejor es una acción que lo que la política hace. Las exactas se calculan del propio mundo: no hay azar en ellas.',
  },
  sampled: {
    name: 'muestreado',
    text: 'Ventajas que se estiman con episodios jugados. Con pocos episodios la estimación es mala.',
  },
  episode: {
    name: 'episodio',
    text: 'Un recorrido de la salida a un final. Una actualización que aprende de muestras juega antes unos cuantos.',
  },
  seed: { name: 'semilla', text: 'El número del que sale todo el azar. Otra semilla es otra tirada de dados.' },
  robust: {
    name: 'robusto',
    text: 'Que no cambia por un error. Wasserstein no nota errores menores que el precio del movimiento; los mayores los sigue del todo.',
  },
  entropy: {
    name: 'entropía',
    text: 'Lo indecisa que es una política: máxima donde todas las acciones son igual de probables, 0 donde una lo tiene todo.',
  },
  gradient: {
    name: 'gradiente',
    text: 'La dirección en que pequeños cambios de los números de la política suben más deprisa el retorno.',
  },
  dial: { name: 'dial s', text: 's, un número de 0, que es KL, a 1, que es Wasserstein.' },
  particles: {
    name: 'partículas',
    text: 'Unas pocas acciones sorteadas de la política antigua que representan a todas: cada una se valora y luego se trata como una acción de una tabla.',
  },
};
