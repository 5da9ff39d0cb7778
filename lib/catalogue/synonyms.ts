/**
 * What people say, and the words of the catalogue for it. A phrase counts where all of its words stand in the query, in any
 * order; the query is then looked up a second time with each of `means` in place of the phrase. Accents and case do not matter.
 */
export const SYNONYMS: readonly { says: readonly string[]; means: readonly string[] }[] = [
  {
    says: [
      'outside window',
      'window closed',
      'window expired',
      'session expired',
      'session closed',
      '24h',
      '24 hour',
      '24 hours',
      'fora da janela',
      'janela fechada',
      'janela expirada',
      '24 horas',
      'fuera de la ventana',
      'ventana cerrada',
      'sesion cerrada',
      'sessao expirada',
    ],
    means: ['re-engagement'],
  },
  {
    says: [
      'not on whatsapp',
      'no whatsapp',
      'not a whatsapp user',
      'without whatsapp',
      'sem whatsapp',
      'nao tem whatsapp',
      'sin whatsapp',
      'no tiene whatsapp',
      'nao existe no whatsapp',
      'no existe en whatsapp',
    ],
    means: ['undeliverable', 'recipient not registered', 'not exist on whatsapp'],
  },
  { says: ['not delivered', 'nao entregue', 'no entregado', 'no se entrego'], means: ['undeliverable'] },
  { says: ['blocked by user', 'blocked me', 'bloqueou', 'bloqueado', 'me bloqueo'], means: ['blocked'] },
  {
    says: [
      'billing',
      'credit card',
      'unpaid',
      'invoice',
      'pagamento',
      'cobranca',
      'cartao',
      'fatura',
      'pago',
      'facturacion',
      'tarjeta',
    ],
    means: ['payment'],
  },
  {
    says: ['no money', 'no credit', 'no credits', 'low balance', 'sem saldo', 'sin saldo', 'saldo'],
    means: ['balance'],
  },
  {
    says: [
      'template paused',
      'modelo pausado',
      'template pausado',
      'plantilla pausada',
      'plantilla en pausa',
    ],
    means: ['template paused'],
  },
  {
    says: ['template rejected', 'modelo rejeitado', 'template rejeitado', 'plantilla rechazada'],
    means: ['template rejected'],
  },
  {
    says: [
      'template not found',
      'template missing',
      'modelo nao existe',
      'template nao encontrado',
      'plantilla no existe',
      'plantilla no encontrada',
    ],
    means: ['template does not exist'],
  },
  { says: ['modelo', 'plantilla', 'hsm'], means: ['template'] },
  { says: ['variables', 'placeholders', 'parametros', 'variaveis'], means: ['parameter'] },
  {
    says: [
      'throttled',
      'too fast',
      'too many',
      'limite de envio',
      'limite excedido',
      'muitas mensagens',
      'demasiados mensajes',
      'limite de velocidad',
    ],
    means: ['rate limit'],
  },
  {
    says: ['token expirado', 'token vencido', 'token caducado', 'expired token', 'logged out'],
    means: ['access token expired'],
  },
  {
    says: ['wrong number', 'bad number', 'numero errado', 'numero invalido', 'numero equivocado'],
    means: ['invalid phone number'],
  },
  { says: ['permissao', 'permiso', 'not allowed', 'forbidden'], means: ['permission'] },
  {
    says: ['conta bloqueada', 'conta banida', 'cuenta bloqueada', 'cuenta suspendida', 'banned', 'suspended'],
    means: ['account locked'],
  },
  { says: ['not verified', 'nao verificado', 'no verificado'], means: ['verification'] },
  {
    says: ['opt out', 'unsubscribed', 'stopped marketing', 'descadastrou', 'cancelo suscripcion'],
    means: ['opted out marketing'],
  },
  { says: ['file too big', 'file too large', 'arquivo grande', 'archivo grande'], means: ['media size'] },
  { says: ['imagem', 'imagen', 'arquivo', 'archivo', 'picture', 'photo', 'attachment'], means: ['media'] },
  {
    says: ['server down', 'outage', 'fora do ar', 'caido', 'indisponivel', 'no disponible'],
    means: ['service unavailable'],
  },
  { says: ['test number', 'sandbox', 'numero de teste', 'numero de prueba'], means: ['allowed list'] },
  {
    says: ['display name', 'nome de exibicao', 'nombre para mostrar', 'nombre visible'],
    means: ['display name'],
  },
  {
    says: ['two step', 'two factor', '2fa', 'duas etapas', 'dos pasos'],
    means: ['two-step verification pin'],
  },
];
